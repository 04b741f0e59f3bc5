package dev.homelabc.model;

/// That a host starts a VM after another one of its VMs.
public record Start(MicroVm vm, Sourced<MicroVm> after) {}
