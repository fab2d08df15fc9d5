"""Pages for people, read as their readers see them."""
