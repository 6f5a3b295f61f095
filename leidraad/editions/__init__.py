"""The outside world: the engine, the built files, trees and versions."""
