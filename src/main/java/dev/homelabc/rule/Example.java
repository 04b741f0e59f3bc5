package dev.homelabc.rule;

/// The lab that several laws take their examples from: a host, a VLAN, and one or two VMs in it.
public final class Example {
  private static final String NETWORK =
      """
      host box

      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      """;

  private Example() {}

  /// A lab with the VM `web`, which has one more statement.
  public static String web(String more) {
    return NETWORK + vm("web", 10, more);
  }

  /// A lab with two VMs, each with one more statement.
  public static String webAndDb(String inWeb, String inDb) {
    return web(inWeb) + vm("db", 11, inDb);
  }

  /// A lab with a cluster of one node, the host itself, that runs these deployments.
  public static String deployments(String deployments) {
    return cluster("cni flannel") + "\n" + deployments;
  }

  /// A lab with a cluster of one node, the host itself; the cluster has one more statement.
  public static String cluster(String more) {
    return """
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    host box {
      ip services 10.0.20.5
    }

    cluster k8s {
      control-plane box
      %s
    }
    """
        .replace("%s", more);
  }

  /// A deployment with one port, which has one more statement.
  public static String deployment(String name, String port, int container, String more) {
    return fill(
        """
        deployment %s {
          image docker.io/library/nginx:1.29
          port %s {
            container %s
            %s
          }
        }
        """,
        name, port, Integer.toString(container), more);
  }

  /// A lab with a host that has these statements and the VM `web` with those, which are to say how
  /// large it is.
  public static String hosting(String inHost, String inWeb) {
    return NETWORK.replace("host box\n", "host box {\n" + inBlock(inHost) + "}\n")
        + sized("web", 10, inWeb);
  }

  /// A lab with an OpenShift project and its VM `web`, which has one more statement.
  public static String shop(String more) {
    return """
    openshift shop

    vm web {
      vcpu 1
      memory 1GiB
      image https://images.example.com/web.qcow2
      disk 10GiB
      %s
    }
    """
        .replace("%s", more);
  }

  /// A text with values in the places of each `%s`, as `formatted` has it, but without the
  /// machinery for numbers and languages, which would be loaded at each start.
  public static String fill(String text, String... values) {
    var filled = new StringBuilder();
    int from = 0;
    for (var value : values) {
      int hole = text.indexOf("%s", from);
      filled.append(text, from, hole).append(value);
      from = hole + 2;
    }
    return filled.append(text, from, text.length()).toString();
  }

  /// Lines as they stand in a block.
  public static String inBlock(String lines) {
    return lines.isEmpty() ? "" : "  " + lines.stripTrailing().replace("\n", "\n  ") + "\n";
  }

  private static String vm(String name, int number, String more) {
    return sized(name, number, "vcpu 1\nmemory 1GiB\n" + more);
  }

  private static String sized(String name, int number, String lines) {
    return fill(
        """

        vm %s {
          vlan services
          ip 10.0.20.%s
          mac 02:00:00:00:20:%s
        %s}
        """,
        name, Integer.toString(number), Integer.toString(number), inBlock(lines));
  }
}
