extends Node
## Signals that everybody hears.

signal traded(item: ItemData, amount: int, price: float)
signal day_passed(day: int)

enum Season { SPRING, SUMMER = 5, AUTUMN, WINTER }

var season: Season = Season.SUMMER:
	set(value):
		print("season ", Season.keys()[Season.values().find(season)], " -> ", Season.find_key(value))
		season = value


func announce(day: int) -> void:
	day_passed.emit(day)
