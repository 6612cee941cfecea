extends Node
@export var local: Resource
@export var shared: DataRes
@export var scene: PackedScene
