"""Pictures drawn on the server: what is drawn as Vega-Lite's specs, and the process that draws it."""
