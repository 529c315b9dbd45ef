// What a release brings along, by its SBOM, is what docs/licences.md and lib/ say.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";

const release = process.argv[2];
const read = (name) => readFileSync(`${release}/${name}`, "utf8");

const licence = ({ licenses }) => licenses.map(({ license }) => license.id ?? license.name).join(" ");
const brought = JSON.parse(read("sbom.json")).components;
const rows = read("docs/licences.md").matchAll(/^\| ([\w-]+) \| (\d\S*) \| ([^|]+) \|/gm);

assert.deepEqual(
  [...rows].map(([, name, version, of]) => `${name} ${version} ${of}`).sort(),
  brought.map((one) => `${one.name} ${one.version} ${licence(one)}`).sort(),
);
assert.deepEqual(readdirSync(`${release}/lib`).sort(), brought.map((one) => `${one.name}-${one.version}.jar`).sort());
