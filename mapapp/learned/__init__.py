"""What was learned from labelled reports: small models as readable files, worked out with numpy alone."""
