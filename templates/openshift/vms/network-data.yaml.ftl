version: 2
ethernets:
<#list nics as nic>
  [=nic.guestName]:
    match:
      macaddress: "[=nic.mac]"
    set-name: [=nic.guestName]
<#if nic.address??>
    dhcp4: false
    dhcp6: false
    addresses:
      - "[=nic.address]"
<#else>
    dhcp4: true
</#if>
<#if nic.metric??>
    dhcp4-overrides:
      route-metric: [=nic.metric]
</#if>
<#if nic.gateway??>
    routes:
      - to: 0.0.0.0/0
        via: "[=nic.gateway]"
</#if>
<#list nic.dns>
    nameservers:
      addresses:
<#items as address>
        - "[=address]"
</#items>
</#list>
</#list>
