package dev.homelabc.emit.just;

import java.util.List;

/// What a VM that its host no longer has leaves there, and nobody else uses.
///
/// @param taps interfaces that are there while it runs
/// @param paths folders and images, its state first
public record LeftBehind(String host, String vm, List<String> taps, List<String> paths) {}
