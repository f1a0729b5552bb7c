"""A model looks at images: one protocol, several engines."""

import os

# before anything here loads ONNX Runtime, which else writes an identifier and sends events from Linux and macOS too
os.environ["ORT_DISABLE_TELEMETRY"] = os.environ["ORT_TELEMETRY_DISABLED"] = "1"
