// Asks queries by Comunica: a JSON object a line comes in ({query}, with the addresses of endpoints as sources or Turtle as data), one
// goes out ({rows, millis} or {error}).
// Argument: the folder in which @comunica/query-sparql is installed.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { join, resolve } from 'node:path';

const { QueryEngine } = createRequire(join(resolve(process.argv[2]), 'index.js'))('@comunica/query-sparql');

async function answer({ sources, data, query }) {
  try {
    // A new engine each time: nothing that it has learnt of the members helps the next query.
    const engine = new QueryEngine();
    const asked = data ?
      [{ type: 'serialized', value: data, mediaType: 'text/turtle', baseIRI: 'https://example.org/' }] :
      sources.map((value) => ({ type: 'sparql', value }));
    const start = process.hrtime.bigint();
    const bindings = await (await engine.queryBindings(query, { sources: asked })).toArray();
    const millis = Number(process.hrtime.bigint() - start) / 1e6;
    return { millis, rows: bindings.map((row) => [ ...row ].map(([ variable, term ]) => ({
      name: variable.value,
      kind: term.termType,
      value: term.value,
      language: term.language ?? '',
      datatype: term.datatype?.value ?? '',
    }))) };
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
