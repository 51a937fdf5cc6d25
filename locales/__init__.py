"""Language data: words, sentence patterns, house styles, terms; read with `importlib.resources`."""
