"""Speed and size, measured side by side in one run: ratios, because machines differ and are shared."""
