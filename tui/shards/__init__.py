"""A corpus in Parquet files, checked part by part, on this machine or on a cluster."""
