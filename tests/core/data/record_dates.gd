# Each line of dates.txt: a kind, what was asked, and the answers, with bars between.
extends SceneTree
func _init():
	var out := FileAccess.open("res://out.txt", FileAccess.WRITE)
	for u in [0, 1, -1, 86399, 86400, 951782400, 951868800, 1709164800, 1735689599, 4102444800,
			-62135596800, -62167219200, -62167219201, 253402300800, 1234567890, -31622400, 90071992547409]:
		out.store_line("|".join(["unix", u, Time.get_datetime_dict_from_unix_time(u),
				Time.get_datetime_string_from_unix_time(u), Time.get_datetime_string_from_unix_time(u, true),
				Time.get_date_string_from_unix_time(u), Time.get_time_string_from_unix_time(u)].map(str)))
	for s in ["2024-02-29T12:34:56", "2024-02-29 12:34:56", "2024-02-29", "12:34:56", "2023-02-29",
			"2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32", "25:00:00", "10:60:00", "10:00:60",
			"2024-1-2", "", "abc", "2024-01", "2024-01-02T10:11", "2024-01-02T10:11:12Z", "-5-01-01",
			"2024-01-02T10:11:12+02:00", "2024-01-02T", "10:11", "99999-01-01", "10:11:12-02:00",
			"T10:11:12", "2024-01-02-03", "2024-01-02T-10:11:12", "12+1:34:56", "1-2-3T4:5:6 7"]:
		out.store_line("|".join(["text", s, Time.get_datetime_dict_from_datetime_string(s, true),
				Time.get_datetime_dict_from_datetime_string(s, false),
				Time.get_unix_time_from_datetime_string(s)].map(str)))
	for d in [{}, {"year": 2024}, {"year": 2024, "month": 2, "day": 29}, {"hour": 5}, {"month": 13},
			{"day": 31, "month": 4, "year": 2024}, {"hour": 24}, {"year": -5}, {"month": 0}, {"day": 0},
			{"year": 2024, "month": 5, "day": 6, "hour": 7, "minute": 8, "second": 9}, {"second": 60}]:
		out.store_line("|".join(["dictionary", d, Time.get_datetime_string_from_datetime_dict(d, false),
				Time.get_datetime_string_from_datetime_dict(d, true),
				Time.get_unix_time_from_datetime_dict(d)].map(str)))
	for o in [0, 1, -1, 60, -60, 90, -90, 840, -720, 6000]:
		out.store_line("offset|%d|%s" % [o, Time.get_offset_string_from_offset_minutes(o)])
	out.close()
	quit()
