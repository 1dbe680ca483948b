VAR stops = 0
VAR parts = 0
VAR tired = false
-> desk

=== desk
You sit by the telephone.
{ tired: You are tired. }
{ not tired: You are awake. }
{ parts > 0: There are parts on the table. }
+ { stops < 20 } [Take the call]
    ~ stops = stops + 1
    -> call
+ { stops < 20 and parts > 0 } [Fit the part]
    ~ stops = stops + 1
    ~ parts = parts - 1
    ~ tired = false
    -> desk
+ { stops < 20 } [Drink coffee]
    ~ stops = stops + 1
    ~ tired = false
    -> desk
+ { stops >= 20 } [Go home]
    -> home

=== call
{ RANDOM(1, 100) <= 40:
    ~ parts = parts + 1
    ~ tired = true
    A part is needed.
- else:
    It was nothing.
}
-> desk

=== home
You go home.
-> END
