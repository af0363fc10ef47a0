// A scenario of each command, for the packed one.

/** By command: what is typed, what it ends with, and what it prints. */
export const scenarios: Readonly<Record<string, readonly (readonly [args: string, code: number, prints: RegExp])[]>> = {
  check: [
    ['check xpo-pod.fabric', 0, /^1 file checked, 0 problems/m],
    ['check xpo-pod.fabric -f json', 0, /"design": "xpo-pod\.fabric"/],
    ['check no.fabric', 2, /^$/],
    ['check xpo-pod.fabric --cache --cache-location kept', 0, /^1 file checked, 0 problems/m],
  ],
  diff: [
    ['diff xpo-pod.fabric xpo-pod.fabric --exit-code', 0, /^No change\.$/m],
    ['diff design.fabric xpo-pod.fabric -f json', 0, /"same": false/],
  ],
  completion: [['completion bash', 0, /complete .* lightloom$/m]],
  explain: [
    ['explain', 0, /^power\/module-over-cage/m],
    ['explain optics/reach', 0, /./],
    ['explain xpo-pod.fabric primary', 0, /rise of primary/],
  ],
  export: [
    ['export bom xpo-pod.fabric', 0, /,/],
    ['export cables xpo-pod.fabric -f md', 0, /^\| Cable +\| From row \|/m],
  ],
  fail: [['fail xpo-pod.fabric', 0, /spine/]],
  fmt: [['fmt xpo-pod.fabric --check', 0, /1 formatted/]],
  init: [
    ['init new --template xpo-pod --ci github', 0, /lightloom check new\/xpo-pod\.fabric/],
    ['check new -f sarif', 0, /"version": "2\.1\.0"/],
  ],
  help: [['help check', 0, /Usage: lightloom check/]],
  parts: [
    ['parts zzz', 2, /^$/],
    ['parts Xpo', 0, /Xpo/],
  ],
  plan: [
    ['plan --hosts 768 --rate 800G --switch SN5600 -o planned.fabric', 0, /16 × SN5600/],
    ['check planned.fabric', 0, /^1 file checked, 0 problems/m],
    ['plan planned.fabric', 2, /^$/],
  ],
  render: [
    ['render xpo-pod.fabric', 0, /<\/svg>/],
    ['render xpo-pod.fabric --list', 0, /^overview/],
  ],
  report: [['report xpo-pod.fabric', 0, /^# Design report: xpo-pod\.fabric/]],
};
