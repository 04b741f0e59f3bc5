package dev.homelabc.graph;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import java.util.Locale;

/// What a picture is about.
public enum View {
  /// VLANs, bridges and networks, and who is attached to them.
  NETWORK {
    @Override
    public Graph of(Lab lab, Language language) {
      return new NetworkView(lab, language).graph();
    }

    @Override
    Message heading(Lab lab) {
      return Message.of("Network of the lab {0}", lab.name());
    }

    @Override
    public Message nothing() {
      return Message.of("the lab has no VLAN, host or OpenShift project to draw");
    }
  },
  /// Hosts and projects with their VMs, what these have, and in which order they start.
  HOSTS {
    @Override
    public Graph of(Lab lab, Language language) {
      return new HostsView(lab, language).graph();
    }

    @Override
    Message heading(Lab lab) {
      return Message.of("Hosts of the lab {0}", lab.name());
    }

    @Override
    public Message nothing() {
      return Message.of("the lab has no host or OpenShift project to draw");
    }
  },
  /// Kubernetes clusters with their nodes and workloads, and OpenShift projects.
  CLUSTER {
    @Override
    public Graph of(Lab lab, Language language) {
      return new ClusterView(lab, language).graph();
    }

    @Override
    Message heading(Lab lab) {
      return Message.of("Clusters of the lab {0}", lab.name());
    }

    @Override
    public Message nothing() {
      return Message.of("the lab has no cluster or OpenShift project to draw");
    }
  };

  public abstract Graph of(Lab lab, Language language);

  abstract Message heading(Lab lab);

  /// Why there is nothing to see where a graph has no node.
  public abstract Message nothing();

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
