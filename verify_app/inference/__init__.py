"""A model looks at images: one protocol, several engines."""

import os

# before anything here loads ONNX Runtime, which else writes an identifier and sends events; which of the
# two is read differs by its release
os.environ["ORT_DISABLE_TELEMETRY"] = os.environ["ORT_TELEMETRY_DISABLED"] = "1"
