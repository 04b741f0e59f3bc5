Run `[=name]`, [=name]:

```sh
ssh [=name]
```
