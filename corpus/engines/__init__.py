"""Translation engines, one a file, behind the protocol of `corpus.engines.engine`."""
