extends Node

class Account:
	signal overdrawn(account: Account, by: int)
	var owner_name: String
	var _cents := 0
	var history: Array[Dictionary] = []
	var balance: float:
		get:
			return _cents / 100.0
		set(_v):
			push_error("balance is read-only")
	func _init(o: String, opening := 0.0) -> void:
		owner_name = o
		if opening:
			deposit(opening, "opening")
	func deposit(amount: float, note := "") -> void:
		_cents += roundi(amount * 100)
		history.append({kind = "in", amount = amount, note = note})
	func withdraw(amount: float) -> bool:
		var cents := roundi(amount * 100)
		if cents > _cents:
			overdrawn.emit(self, cents - _cents)
			return false
		_cents -= cents
		history.append({kind = "out", amount = amount, note = ""})
		return true
	func _to_string() -> String:
		return "%-6s %8.2f" % [owner_name, balance]

class Savings extends Account:
	var rate: float
	func _init(o: String, opening: float, r := 0.02) -> void:
		super(o, opening)
		rate = r
	func accrue(years: int) -> void:
		for y in years:
			deposit(snappedf(balance * rate, 0.01), "year %d" % (y + 1))

class Bank:
	var accounts: Dictionary[String, Account] = {}
	var log_: PackedStringArray = []
	func open(a: Account) -> Account:
		accounts[a.owner_name] = a
		a.overdrawn.connect(_on_overdrawn)
		return a
	func _on_overdrawn(a: Account, by: int) -> void:
		log_.append("%s short by %d" % [a.owner_name, by])
	func transfer(from: String, to: String, amount: float) -> String:
		if not accounts.has_all([from, to]):
			return "no such account"
		if not accounts[from].withdraw(amount):
			return "refused"
		accounts[to].deposit(amount, "from " + from)
		return "ok"
	func total() -> float:
		return accounts.values().map(func(a): return a.balance).reduce(func(x, y): return x + y, 0.0)

func _ready() -> void:
	var bank := Bank.new()
	bank.open(Account.new("ann", 100.10))
	bank.open(Savings.new("bob", 1000.0, 0.05))
	bank.open(Account.new("cid"))
	for t in [["ann", "cid", 50.05], ["cid", "bob", 60], ["cid", "bob", 50.05], ["ann", "zed", 1], ["bob", "ann", 0.1 + 0.2]]:
		print(t, " ", bank.transfer.callv(t))
	(bank.accounts.bob as Savings).accrue(3)
	for a: Account in bank.accounts.values():
		print(a, " ", a.history.size(), " ", a is Savings)
	print("%.2f" % bank.total(), " ", bank.log_, " ", bank.accounts.bob.history[-1])
	bank.accounts.ann.balance = 1e6
	print(bank.accounts.ann.balance, " ", bank.accounts.keys())
	var rich := bank.accounts.values().filter(func(a): return a.balance > 10)
	rich.sort_custom(func(a, b): return a.balance > b.balance)
	print(rich)
	get_tree().quit()
