About [=name].
