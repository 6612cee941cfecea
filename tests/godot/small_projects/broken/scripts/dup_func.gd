extends Node
func hello(): pass
func hello(): pass
signal hello

