"""Lines: what every line of a page is; which belong to the body is learned, what the others are is told by cues."""
