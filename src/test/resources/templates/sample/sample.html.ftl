<p title="[=name]">[=name]</p>
