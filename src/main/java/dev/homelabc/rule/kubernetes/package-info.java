/// Clusters and the workloads in them.
@NullMarked
package dev.homelabc.rule.kubernetes;

import org.jspecify.annotations.NullMarked;
