// PostGraphile 5 as its documentation advises for production: the Amber preset with plural-free names, the
// connection-filter plugin, no watching, no explaining, no GraphiQL, on the bare Node adaptor.
// The database is the one of PGHOST, PGPORT, PGUSER and PGDATABASE; PORT and POOL_SIZE are given too.
import { createServer } from "node:http";
import { PgSimplifyInflectionPreset } from "@graphile/simplify-inflection";
import { makeSchema } from "postgraphile";
import { grafserv } from "postgraphile/grafserv/node";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makePgSmartTagsPlugin } from "postgraphile/utils";
import { postgraphile } from "postgraphile";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";

const tags = makePgSmartTagsPlugin([
  // A view has no foreign keys; these let releases be filtered by whose nationals were freed.
  {
    kind: "class",
    match: "release_nationality",
    tags: {
      primaryKey: "release_id,country_id",
      foreignKey: [
        "(release_id) references release (id)|@fieldName release|@foreignFieldName nationalities",
        "(country_id) references country (id)|@fieldName country|@foreignFieldName nationalReleases",
      ],
    },
  },
  // Their names clash with those of functions; neither is asked for.
  ...["search_key", "search_word", "search_form"].map((match) => ({ kind: "class", match, tags: { behavior: "-*" } })),
]);

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset, PostGraphileConnectionFilterPreset],
  plugins: [tags],
  // Else relations that only a partial index serves, as that to claims does, are left out.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  schema: { pgOrderByNullsLast: true, connectionFilterRelations: true, connectionFilterAllowEmptyObjectInput: true },
  grafserv: { graphiql: false, watch: false, maxRequestLength: 65536 },
  grafast: { explain: false },
  pgServices: [
    makePgService({
      schemas: ["public"],
      poolConfig: {
        host: process.env.PGHOST,
        port: Number(process.env.PGPORT),
        user: process.env.PGUSER,
        database: process.env.PGDATABASE,
        max: Number(process.env.POOL_SIZE),
        options: "-c jit=off -c TimeZone=UTC",
      },
    }),
  ],
});

const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), "127.0.0.1");
