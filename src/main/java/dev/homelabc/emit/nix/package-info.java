/// The files of NixOS and microvm.nix: flake, constants, and one module per VM and per host
/// concern.
///
/// The modules are plain data. Names, types and traps of the options were read in nixpkgs and
/// microvm.nix; a comment gives the reason where the obvious spelling would be wrong.
@NullMarked
package dev.homelabc.emit.nix;

import org.jspecify.annotations.NullMarked;
