"""The gazetteer at full size: a made-up GeoNames dump as large as the real one, and what bringing it costs."""
