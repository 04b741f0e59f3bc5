package dev.homelabc.graph;

/// A graph with what is marked in it.
record Marked(Graph graph, Marks marks) {}
