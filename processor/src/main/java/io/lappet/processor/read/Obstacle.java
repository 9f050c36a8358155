package io.lappet.processor.read;

/** What keeps a class or a method from being woven, and how to remove it. */
public record Obstacle(String reason, String remedy) {}
