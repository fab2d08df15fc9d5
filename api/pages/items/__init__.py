"""The pages of single things: an agreement, a release, a person, a relief, a target, a program, a country and so on."""
