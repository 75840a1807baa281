"""The look: base page, components, styles, scripts; no domain knowledge."""
