import { expect, test } from "vitest";
import { csv } from "../src/csv";
import { tableName, tablesIn } from "../src/tables";

const releases = {
  country: {
    name: "Belarus",
    nationalsReleased: {
      totalCount: 29,
      nodes: [
        {
          title: "Pardon",
          total: { value: 123, completeness: "EXACT" },
          inExchangeFor: [{ title: "GL 13", kind: "GENERAL_LICENSE" }, { title: "GL 11", kind: null }],
          charges: { nodes: [{ title: "Espionage" }] },
        },
        { title: "Swap", total: { value: null, completeness: "AT_LEAST" }, inExchangeFor: [], charges: { nodes: [] } },
      ],
    },
  },
};

test("every connection and every list of objects is a table, the outer before the inner", () => {
  expect(tablesIn(releases).map(({ path }) => path.join("."))).toEqual([
    "country.nationalsReleased",
    "country.nationalsReleased.inExchangeFor",
    "country.nationalsReleased.charges",
  ]);
});

test("a row is flat, its columns are words, several values are joined", () => {
  const [table] = tablesIn(releases);
  expect(table?.columns).toEqual([
    "Title", "Total: value", "Total: completeness", "In exchange for: title", "In exchange for: kind", "Charges: title",
  ]);
  expect(table?.rows).toEqual([
    ["Pardon", 123, "EXACT", "GL 13; GL 11", "GENERAL_LICENSE", "Espionage"],
    ["Swap", null, "AT_LEAST", null, null, null],
  ]);
});

test("a row of an inner table says to what it belongs", () => {
  const [, inner] = tablesIn(releases);
  expect(inner?.columns).toEqual(["Nationals released: title", "Title", "Kind"]);
  expect(inner?.rows).toEqual([["Pardon", "GL 13", "GENERAL_LICENSE"], ["Pardon", "GL 11", null]]);
});

test("a table that is one page of more says so, and one that is whole does not", () => {
  const [page] = tablesIn(releases);
  expect(page?.total).toBe(29);
  const [whole] = tablesIn({ detainees: { totalCount: 1, nodes: [{ name: "A" }] } });
  expect(whole).not.toHaveProperty("total");
});

test("edges are rows, without their cursors and pages", () => {
  const [table] = tablesIn({
    search: { pageInfo: { hasNextPage: true }, edges: [{ cursor: "x", node: { name: "A" } }] },
  });
  expect(table?.columns).toEqual(["Name"]);
  expect(table?.nodes).toEqual([{ name: "A" }]);
});

test("rows of different types share one table", () => {
  const [table] = tablesIn({ results: [{ name: "A" }, { title: "B" }] });
  expect(table?.columns).toEqual(["Name", "Title"]);
  expect(table?.rows).toEqual([["A", null], [null, "B"]]);
});

test("an answer without lists has no table", () => {
  expect(tablesIn({ country: { name: "Belarus", codes: ["BY", "BLR"] } })).toEqual([]);
  expect(tablesIn(undefined)).toEqual([]);
});

test("names are words", () => {
  expect(tableName(["country", "nationalsReleased"])).toBe("Country: nationals released");
});

test("a spreadsheet reads the file as UTF-8, with the line ends of RFC 4180", () => {
  expect(csv({ columns: ["Name"], rows: [["Беляцкий"]] })).toBe("\uFEFFName\r\nБеляцкий\r\n");
});

test.each([
  ["plain", "plain"],
  ["a, b", '"a, b"'],
  ['say "no"', '"say ""no"""'],
  ["two\nlines", '"two\nlines"'],
  [" spaced ", '" spaced "'],
  [null, ""],
  [0, "0"],
  [-5, "-5"],
  [true, "true"],
])("a cell is written so that it is read back: %j", (value, written) => {
  expect(csv({ columns: ["x"], rows: [[value]] })).toBe(`\uFEFFx\r\n${written}\r\n`);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\n=1"])(
  "a text is never a formula: %j",
  (value) => {
    const [, line] = csv({ columns: ["x"], rows: [[value]] }).split(/\r\n(.*)/s);
    expect(line?.replace(/^"/, "")).toMatch(/^'/);
  },
);

test("a heading is never a formula either", () => {
  expect(csv({ columns: ["=x"], rows: [] })).toBe("\uFEFF'=x\r\n");
});
