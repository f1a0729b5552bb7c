// Says "yes" when a program shows a window of some size: `swift window.swift NAME`. Needs no permission.
import CoreGraphics
import Foundation

let name = CommandLine.arguments[1]
let shown = CGWindowListCopyWindowInfo([.optionOnScreenOnly], kCGNullWindowID) as? [[String: Any]] ?? []
for window in shown {
    guard window[kCGWindowOwnerName as String] as? String == name, window[kCGWindowLayer as String] as? Int == 0,
        let bounds = window[kCGWindowBounds as String] as? [String: Any], let width = bounds["Width"] as? Double
    else { continue }
    if width > 400 { print("yes"); exit(0) }
}
exit(1)
