# `nix run 'git+file:PATH-OF-THE-CHECKOUT?dir=packaging' -- check examples/homelab`
{
  description = "homelabc, a compiler of home labs to NixOS and OpenShift configuration";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-25.11";

  outputs =
    { self, nixpkgs }:
    let
      forEach = nixpkgs.lib.genAttrs [
        "x86_64-linux"
        "aarch64-linux"
      ];
    in
    {
      packages = forEach (system: {
        default = nixpkgs.legacyPackages.${system}.callPackage ./package.nix { };
      });
    };
}
