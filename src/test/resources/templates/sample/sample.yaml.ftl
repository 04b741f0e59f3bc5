name: "[=name]"
number: [=number]
