/// Subnets, gateways, VLANs, and the ways in and out.
@NullMarked
package dev.homelabc.rule.network;

import org.jspecify.annotations.NullMarked;
