import { it } from 'vitest';
import { Editor } from './editor.ts';

const head =
  'import "std/osfp"\nimport "std/racks"\nswitch type Leaf { height 2 RU  power 1 kW  ports up[1..4] : OSFP  ports down[1..4] : OSFP }\n';
const net = head + 'switch a : Leaf\nswitch b : Leaf\nplug Osfp800Dr8 into a.*, b.*\n';
it('x', async () => {
  const editor = await new Editor({
    'parts.fabric': 'import "std/racks"\nrack type Late is OpenRackV3 { power 10 kW }\n',
  }).start();
  const list = {
    noModule:
      head + 'switch a : Leaf\nswitch b : Leaf\nlink a.up to b.up over OS2 { length 3 m  connectors 2 x MPO16 }\n',
    formFactor: head + 'import "std/xpo"\nswitch a : Leaf\nplug XpoDr8Lro into a.up\n',
    reach: net + 'link a.up to b.up over OS2 { length 900 m connectors 2 x MPO16 low-loss }\n',
    own: 'import "std/racks"\nrack r : Late\n',
    path: 'import "std/racks"\nimport "./part"\nrack r : Late\n',
  };
  for (const [k, text] of Object.entries(list)) {
    const n = k + '.fabric';
    for (const d of await editor.open(n, text)) {
      if (d.severity === 3) continue;
      const t = performance.now();
      const actions = await editor.askAll('textDocument/codeAction', n, {
        range: d.range,
        context: { diagnostics: [d] },
      });
      console.log(
        Math.round(performance.now() - t),
        k,
        d.code,
        d.message,
        JSON.stringify(
          actions?.map((a) => [
            a.title,
            a.isPreferred,
            Object.values(a.edit.changes)[0].map((e) => [e.range.start.line, e.newText]),
          ]),
        ),
      );
    }
  }
  await editor.stop();
});
