"""Pages for people: the data as a newspaper's archive would show it, each page one operation."""
