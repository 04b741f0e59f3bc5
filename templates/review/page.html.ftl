<#macro bar b><svg class="gauge" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="kept" width="[=b.kept]" height="10"/><rect class="used" x="[=b.kept]" width="[=b.same]" height="10"/><#if b.more gt 0><rect class="more" x="[=b.from]" width="[=b.more]" height="10"/></#if><#if b.less gt 0><rect class="less" x="[=b.from]" width="[=b.less]" height="10"/></#if></svg></#macro>
<#macro cell c tag><td class="n">[=c.line]<td<#if c.origin gt 0> data-o="[=c.origin]"</#if>><[=tag]>[=c.head]<#if c.mark?has_content><b>[=c.mark]</b></#if>[=c.tail]</[=tag]></#macro>
<#macro prose parts><#list parts as part><#if part.isCode><code>[=part.text]</code><#else>[=part.text]</#if></#list></#macro>
<#macro none><td class="n"><td class="gap"></#macro>
<#macro rows all single>
<#list all as r>
<#if single>
<tr class="[=r.kind]"><#if r.kind == "add"><@cell r.after "ins"/><#else><@cell r.before "del"/></#if></tr>
<#elseif r.kind == "gap">
<tr class="rest"><td colspan="4">[=r.before.head]</tr>
<#elseif r.kind == "same">
<tr><td class="n">[=r.before.line]<td<#if r.before.origin gt 0> data-o="[=r.before.origin]"</#if>>[=r.before.head]<td class="n">[=r.after.line]<td<#if r.after.origin gt 0> data-o="[=r.after.origin]"</#if>>[=r.after.head]</tr>
<#elseif r.kind == "both">
<tr class="both"><@cell r.before "del"/><@cell r.after "ins"/></tr>
<#elseif r.kind == "add">
<tr class="add"><@none/><@cell r.after "ins"/></tr>
<#else>
<tr class="del"><@cell r.before "del"/><@none/></tr>
</#if>
</#list>
</#macro>
<#macro lines all>
<ul class="lines">
<#list all as l>
<li<#if l.state?has_content> class="[=l.state]"</#if>><code><#if l.sign?has_content><span class="sign">[=l.sign]</span> </#if>[=l.text]</code><#if l.cost??> <span class="cost<#if l.loses> loses</#if>">[=l.cost]</span></#if><#if l.place??> <span class="place">[=l.place]</span></#if><#if l.note??><p><@prose l.note/></p></#if><#if l.reason??><p><@prose l.reason/></p></#if></li>
</#list>
</ul>
</#macro>
<#macro amounts all>
<#list all as row>
<tr><th scope="row"><#if row.sign?has_content><span class="sign [=row.state]">[=row.sign]</span> </#if>[=row.name]</th>
<#list row.amounts as a>
<td data-label="[=a.resource]"<#if a.tone?has_content> class="[=a.tone]"</#if>><strong>[=a.now]</strong><#if a.of??> [=a.of]</#if><#if a.bar??><@bar a.bar/></#if><#if a.free??><small>[=a.free]</small></#if></td>
</#list>
</tr>
</#list>
</#macro>
<#macro articles items>
<#list items as item>
<article class="[=item.state]">
<h4><span class="sign">[=item.sign]</span> [=item.head]</h4>
<p class="outcome">[=item.outcome]</p>
<#if item.lines?size gt 0>
<@lines item.lines/>
</#if>
<#if item.notes?size gt 0>
<ul class="notes">
<#list item.notes as note>
<li class="[=note.kind]"><@prose note.text/></li>
</#list>
</ul>
</#if>
<#if item.full??>
<details class="full"><summary>[=chrome.why]</summary>
<#if item.full.head??>
<p>[=item.full.head]</p>
</#if>
<#if item.full.lines?size gt 0>
<@lines item.full.lines/>
</#if>
</details>
</#if>
</article>
</#list>
</#macro>
<!doctype html>
[=mark?no_esc]
<html lang="[=chrome.language]">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="[=assets.policy?no_esc]">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>[=head.title]</title>
<style>
[=assets.style?no_esc]</style>
</head>
<body>
<a class="skip" href="#plan">[=chrome.skipToPlan]</a>
<a class="skip" href="#files">[=chrome.skipToFiles]</a>
<header class="top">
<nav aria-label="[=chrome.sections]"><a href="#plan">[=plan.title]</a> <a href="#topology">[=topology.title]</a> <a href="#capacity">[=capacity.title]</a> <a href="#findings">[=findings.title]</a> <a href="#files">[=files.title]</a></nav>
<div class="tools" hidden>
<#if files.origins?size gt 0>
<button type="button" id="do-origins" aria-pressed="false">[=chrome.origins] <kbd>o</kbd></button>
</#if>
<button type="button" id="do-fold" data-fold="[=chrome.fold]" data-unfold="[=chrome.unfold]"><span>[=chrome.unfold]</span> <kbd>e</kbd></button>
<button type="button" id="do-theme">[=chrome.theme] <kbd>t</kbd></button>
<button type="button" id="do-help">[=chrome.help] <kbd>?</kbd></button>
</div>
</header>
<main>
<section class="head [=head.tone]" aria-labelledby="sentence">
<p class="what"><strong>[=head.lab]</strong> <span class="version">[=head.from]</span> → <span class="version">[=head.to]</span></p>
<h1 id="sentence">[=head.sentence]</h1>
<#if head.costs?has_content>
<p class="costs">[=head.costs]</p>
</#if>
<ul class="tiles">
<#list head.tiles as tile>
<li><a href="#[=tile.link]"><span class="title">[=tile.title]</span> <span class="value">[=tile.value]</span><#if tile.note??> <span class="note">[=tile.note]</span></#if></a></li>
</#list>
</ul>
</section>

<section id="plan" tabindex="-1" aria-labelledby="plan-title">
<h2 id="plan-title">[=plan.title]</h2>
<#if plan.nothing??>
<p class="nothing">[=plan.nothing]</p>
</#if>
<#list plan.tiers as tier>
<div class="tier [=tier.word]">
<h3><span class="sign" aria-hidden="true">[=tier.sign]</span> [=tier.title] <span class="count">[=tier.count]</span></h3>
<@articles tier.items/>
<#if tier.rest?size gt 0>
<details class="more"><summary>[=tier.restTitle]</summary>
<@articles tier.rest/>
</details>
</#if>
</div>
</#list>
<#if plan.hidden??>
<p class="nothing">[=plan.hidden]</p>
</#if>
</section>

<section id="topology" tabindex="-1" aria-labelledby="topology-title">
<h2 id="topology-title">[=topology.title]</h2>
<#if topology.nothing??>
<p class="nothing">[=topology.nothing]</p>
</#if>
<#list topology.pictures as picture>
<details class="picture"<#if picture.isOpen> open</#if>><summary>[=picture.title]</summary>
<div class="scroll" tabindex="0" role="region" aria-label="[=picture.title]"><div style="min-width:[=picture.least]px;max-width:[=picture.width]px">
[=picture.svg?no_esc]</div></div>
</details>
</#list>
</section>

<section id="capacity" tabindex="-1" aria-labelledby="capacity-title">
<h2 id="capacity-title">[=capacity.title]</h2>
<#if capacity.nothing??>
<p class="nothing">[=capacity.nothing]</p>
</#if>
<#macro columns>
<thead><tr><th scope="col">[=capacity.place]</th><#list capacity.resources as resource><th scope="col">[=resource]</th></#list></tr></thead>
</#macro>
<#if capacity.rows?size gt 0>
<table class="capacity">
<@columns/>
<tbody>
<@amounts capacity.rows/>
</tbody>
</table>
</#if>
<#if capacity.rows?size gt 0>
<p class="legend"><#list capacity.legend as it><span><i class="[=it.key]" aria-hidden="true"></i> [=it.value]</span> </#list></p>
</#if>
<#if capacity.others?size gt 0>
<details<#if capacity.rows?size == 0> open</#if>><summary>[=capacity.othersTitle]</summary>
<table class="capacity">
<@columns/>
<tbody>
<@amounts capacity.others/>
</tbody>
</table>
</details>
</#if>
</section>

<section id="findings" tabindex="-1" aria-labelledby="findings-title">
<h2 id="findings-title">[=findings.title]</h2>
<#if findings.nothing??>
<p class="nothing">[=findings.nothing]</p>
</#if>
<#list findings.groups as group>
<details class="group [=group.word]"<#if group.isOpen> open</#if>><summary>[=group.title]</summary>
<#list group.items as item>
<details class="finding [=item.severity]"><summary><span class="code">[=item.head]</span> <@prose item.message/> <span class="place">[=item.place]</span></summary>
<pre tabindex="0">[=item.text]</pre>
</details>
</#list>
</details>
</#list>
</section>

<section id="files" tabindex="-1" aria-labelledby="files-title">
<h2 id="files-title">[=files.title]</h2>
<#if files.nothing??>
<p class="nothing">[=files.nothing]</p>
</#if>
<#list files.files as file>
<details class="file [=file.state]" id="file-[=file.number]"<#if file.isOpen> open</#if>><summary><span class="sign">[=file.sign]</span> <span class="path">[=file.path]</span> <span class="word">[=file.stateWord]</span> <span class="plus">+[=file.added]</span> <span class="minus">−[=file.removed]</span></summary>
<#if file.alikeTitle??>
<details class="alike"><summary>[=file.alikeTitle]</summary>
<ul>
<#list file.alike as path>
<li>[=path]</li>
</#list>
</ul>
</details>
</#if>
<#if file.omitted??>
<p class="nothing">[=file.omitted]</p>
</#if>
<#list file.stretches as stretch>
<#if stretch.isFolded>
<details class="fold"><summary>[=stretch.title]</summary>
<table class="diff"><tbody>
<@rows stretch.rows false/>
</tbody></table>
</details>
<#else>
<table class="diff<#if file.state != "changed"> single</#if>"><#if file.state == "changed" && stretch?index == 0><thead><tr><th scope="col" colspan="2">[=chrome.before]</th><th scope="col" colspan="2">[=chrome.after]</th></tr></thead></#if><tbody>
<@rows stretch.rows file.state != "changed"/>
</tbody></table>
</#if>
</#list>
</details>
</#list>
</section>
</main>
<footer><p>[=chrome.note]</p></footer>
<#if files.origins?size gt 0>
<ol id="origins" hidden>
<#list files.origins as origin>
<li>[=origin]</li>
</#list>
</ol>
<p id="origin" role="status" hidden></p>
</#if>
<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">[=chrome.keys]</h2>
<dl>
<#list chrome.shortcuts as it>
<div><dt><kbd>[=it.key]</kbd></dt><dd>[=it.words]</dd></div>
</#list>
</dl>
<form method="dialog"><button>[=chrome.close]</button></form>
</dialog>
<script>[=assets.script?no_esc]</script>
</body>
</html>
