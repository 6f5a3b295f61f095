"""The packages in software of others, by hand; what is not there is named, and never counted as tried."""
