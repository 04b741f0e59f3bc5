name: "[=nonsense]"
