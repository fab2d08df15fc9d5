"""Lowers an operation to a plan: every field becomes a value of the plan, as its binding in the catalog says.

Lowering is pure. What it asks about the request, it asks through probes, and it keeps them: two requests that
answer the same probes alike have the same plan.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from graphql import FieldNode, FragmentDefinitionNode, GraphQLError, OperationDefinitionNode, SelectionSetNode

from api.engine.errors import refuse
from api.engine.filters import FilterLowering
from api.engine.inputs import (
    ArgumentValue,
    IdNumbers,
    IdTypes,
    Injected,
    Inputs,
    ItemsValue,
)
from api.engine.introspection import META_FIELDS
from api.engine.limits import Limits
from api.engine.links import linked
from api.engine.orders import Order
from api.engine.plan import (
    Bound,
    Branch,
    ColumnValue,
    ComputedValue,
    Condition,
    ConnectionValue,
    CursorValue,
    EmbeddedValue,
    Entry,
    FiguresValue,
    Filter,
    GlobalIdValue,
    JsonValue,
    ListValue,
    NodesByIdValue,
    NodesValue,
    OneOfValue,
    Page,
    PageCursor,
    PageFlag,
    PageInfoValue,
    Plan,
    RowValue,
    Selection,
    TotalValue,
    TypenameValue,
    Value,
)
from api.engine.probes import (
    CursorNulls,
    FilterGiven,
    Flag,
    Given,
    IdTypesGiven,
    OrderGiven,
    PageAllowed,
    Probe,
    WordsGiven,
)
from api.engine.selection import Collector, Fields
from api.engine.sites import Site
from schema.binding import (
    AnyNode,
    Column,
    Computed,
    Embedded,
    Figures,
    GlobalId,
    Link,
    NodeById,
    OneOf,
    Rows,
)
from schema.catalog import Catalog, Field, ObjectType, owned

Path = tuple[str, ...]


@dataclass(slots=True)
class Lowering:
    """The lowering of one operation for one request."""

    catalog: Catalog
    limits: Limits
    inputs: Inputs
    fragments: Mapping[str, FragmentDefinitionNode]
    probes: dict[Probe, Hashable] = field(default_factory=dict)
    fields: int = 0

    def operation(self, operation: OperationDefinitionNode) -> Plan:
        """Return the plan of an operation."""
        root = self.catalog.types["Query"]
        return Plan(self.entries(root, self.collect(root.name, [operation.selection_set]), (), ""))

    # Selections

    def collect(self, type_name: str, selections: Iterable[SelectionSetNode | None]) -> Fields:
        """Return the fields that selections ask of a type."""
        collector = Collector(self.catalog.schema, self.fragments, lambda name: self.ask(Flag(name)) is True)
        return collector.collect(type_name, selections)

    def ask(self, probe: Probe) -> Hashable:
        """Return what the request answers to a probe, and remember that it was asked."""
        if probe not in self.probes:
            self.probes[probe] = probe.ask(self.inputs)
        return self.probes[probe]

    def entries(self, owner: ObjectType, fields: Fields, path: Path, prefix: str) -> tuple[Entry, ...]:
        """Return one entry for each response key."""
        self._check_limits(fields, path)
        return tuple(
            Entry(key, self.value(owner, nodes, (*path, key), prefix)) for key, nodes in fields.items()
        )

    def _check_limits(self, fields: Fields, path: Path) -> None:
        self.fields += len(fields)
        if len(path) > self.limits.depth:
            raise _too_much(f"is {len(path)} levels deep; the limit is {self.limits.depth}", path)
        if self.fields > self.limits.fields:
            raise _too_much(f"asks for more than {self.limits.fields} fields in all", path)
        if len(fields) > self.limits.fields_of_an_object:
            raise _too_much(
                f"asks for more than {self.limits.fields_of_an_object} fields of one object", path
            )

    def object(
        self, type_name: str, nodes: list[FieldNode], path: Path, prefix: str = ""
    ) -> tuple[Entry, ...]:
        """Return the entries that field nodes select of the object they lead to."""
        fields = self.collect(type_name, (node.selection_set for node in nodes))
        return self.entries(self.catalog.types[type_name], fields, path, prefix)

    # Values

    def value(  # noqa: C901, PLR0911, PLR0912 - one arm for each kind of binding
        self, owner: ObjectType, nodes: list[FieldNode], path: Path, prefix: str
    ) -> Value:
        """Return the value of one response key."""
        name = nodes[0].name.value
        if name == "__typename":
            return TypenameValue(owner.name)
        if name in META_FIELDS:
            return JsonValue(Injected(path[-1]))
        field_ = owner.fields[name]
        match field_.binding:
            case Column():
                return ColumnValue(f"{prefix}_{field_.column}" if prefix else field_.column)
            case GlobalId():
                return GlobalIdValue(owner.name)
            case Computed(sql):
                return ComputedValue(self.condition(sql, owner, self.site(field_, nodes, path)))
            case Embedded(part):
                return EmbeddedValue(self.object(field_.target.name, nodes, path, part))
            case Link():
                return RowValue(self._linked(field_.column, field_.target.name, nodes, path))
            case Rows():
                return self.rows(owner, field_, nodes, path)
            case OneOf(branches):
                return OneOfValue(tuple(self._arc(each, nodes, path) for each in branches))
            case AnyNode():
                return OneOfValue(self._any_node(field_.binding, nodes, path))
            case Figures():
                return self.figures(field_, nodes, path)
            case NodeById(argument):
                return self.node_by_id(field_, argument, nodes, path)
            case binding:  # pragma: no cover - the catalog refuses it at start
                raise AssertionError(binding)

    def site(self, field_: Field, nodes: list[FieldNode], path: Path) -> Site:
        """Return the place of a field with its arguments."""
        return Site(path, nodes[0], field_.definition)

    def condition(self, sql: str, owner: ObjectType, site: Site) -> Condition:
        """Return an SQL template with a parameter for each argument it names."""
        sql = owned(sql, owner)
        return Condition(sql, _arguments(sql, site))

    def rows(self, owner: ObjectType, field_: Field, nodes: list[FieldNode], path: Path) -> Value:
        """Return a relation: one row, a list or a page."""
        binding = field_.binding
        assert isinstance(binding, Rows)
        source = self.catalog.source(field_)
        site = Site(path, nodes[0], field_.definition, source.table, source.order)
        conditions = [self.condition(binding.where, owner, site)]
        conditions += (
            self.condition(sql, owner, site)
            for name, sql in binding.filters
            if self.ask(Given(site, name)) is True
        )
        if self.catalog.is_connection(field_):
            held = (linked(conditions[0]), *conditions[1:], *self.filters(site))
            rows = Selection(source.table, held, (), (), _arguments(source.table, site), binding.reads)
            return self.connection(rows, field_, site, nodes)
        entries = self.object(field_.target.name, nodes, path)
        if field_.many:
            arguments = _arguments(source.table, site)
            return ListValue(
                Selection(source.table, tuple(conditions), source.order, entries, arguments, binding.reads)
            )
        return RowValue(Selection(source.table, tuple(conditions), (), entries))

    def _linked(self, column: str, type_name: str, nodes: list[FieldNode], path: Path) -> Selection:
        return self._selected(type_name, nodes, path, Condition(f"{{row}}.id = {{parent}}.{column}"))

    def _selected(self, type_name: str, nodes: list[FieldNode], path: Path, where: Condition) -> Selection:
        table = self.catalog.types[type_name].table
        assert table is not None
        return Selection(table.name, (where,), (), self.object(type_name, nodes, path))

    # Objects of several types

    def _arc(self, branch: tuple[str, str], nodes: list[FieldNode], path: Path) -> Branch:
        type_name, column = branch
        when = Condition(f"{{row}}.{column} IS NOT NULL")
        return Branch(when, self._linked(column, type_name, nodes, path))

    def _any_node(self, binding: AnyNode, nodes: list[FieldNode], path: Path) -> tuple[Branch, ...]:
        types = binding.types or tuple((each.name, each.name) for each in self.catalog.node_types())
        return tuple(
            Branch(
                Condition(f"{{row}}.{binding.type_column} = '{word}'"),
                self._linked(binding.id_column, name, nodes, path),
            )
            for name, word in types
        )

    def node_by_id(self, field_: Field, argument: str, nodes: list[FieldNode], path: Path) -> Value:
        """Return the rows that global ids name: only the types they are of are read."""
        site = self.site(field_, nodes, path)
        given = self.ask(IdTypesGiven(site, argument))
        assert isinstance(given, tuple)
        known = [each.name for each in self.catalog.node_types() if each.name in given]
        branches = tuple(
            Branch(Condition(f"{{row}}.type = '{name}'"), self._linked("id", name, nodes, path))
            for name in known
        )
        return NodesByIdValue(IdTypes(site, argument), IdNumbers(site, argument), branches, many=field_.many)

    def figures(self, field_: Field, nodes: list[FieldNode], path: Path) -> Value:
        """Return the figures of a type's rows, grouped as asked."""
        binding = field_.binding
        assert isinstance(binding, Figures)
        site = self.site(field_, nodes, path)
        words = self.ask(WordsGiven(site, "by"))
        assert isinstance(words, tuple)
        table = self.catalog.types[binding.type].table
        assert table is not None
        entries = self.object(field_.target.name, nodes, path)
        return FiguresValue(table.name, binding, words, self.filters(site), entries)

    # Connections

    def connection(
        self, rows: Selection, field_: Field, site: Site, nodes: list[FieldNode]
    ) -> ConnectionValue:
        """Return a page of rows and the parts of it that are asked for."""
        owner = self.catalog.types[field_.target.name]
        fields = self.collect(owner.name, (node.selection_set for node in nodes))
        self._check_limits(fields, site.path)
        parts = tuple(
            Entry(key, self.part(owner, site, each, (*site.path, key))) for key, each in fields.items()
        )
        return ConnectionValue(rows, self.page(site), parts)

    def filters(self, site: Site) -> tuple[Filter, ...]:
        """Return what `where` asks of the rows."""
        if self.ask(FilterGiven(site)) in (None, ()):
            return ()
        return (FilterLowering(site, self.limits.conditions).lower(self.inputs.arguments(site)["where"]),)

    def order(self, site: Site) -> Order:
        """Return the order that the rows are asked for in."""
        order = self.ask(OrderGiven(site))
        assert isinstance(order, Order)
        return order

    def page(self, site: Site) -> Page:
        """Return which part of the rows is shown."""
        backward = self.ask(Given(site, "last")) is True
        self.ask(PageAllowed(site))
        order = self.order(site)
        return Page(site, backward, self._bound(site, "after"), self._bound(site, "before"), order)

    def _bound(self, site: Site, side: str) -> Bound | None:
        nulls = self.ask(CursorNulls(site, side))
        return Bound(side, nulls) if isinstance(nulls, tuple) else None

    def part(self, owner: ObjectType, site: Site, nodes: list[FieldNode], path: Path) -> Value:
        """Return one part of a connection."""
        match nodes[0].name.value:
            case "__typename":
                return TypenameValue(owner.name)
            case "totalCount":
                return TotalValue()
            case "pageInfo":
                fields = self.collect("PageInfo", (node.selection_set for node in nodes))
                return PageInfoValue(
                    tuple(Entry(key, _page_info(each[0].name.value)) for key, each in fields.items())
                )
            case "nodes":
                return NodesValue(self.object(owner.fields["nodes"].target.name, nodes, path))
            case _:
                return NodesValue(self.edge(owner.fields["edges"].target.name, site, nodes, path))

    def edge(self, type_name: str, site: Site, nodes: list[FieldNode], path: Path) -> tuple[Entry, ...]:
        """Return the entries of an edge: its cursor and its node, both made of the same row."""
        fields = self.collect(type_name, (node.selection_set for node in nodes))
        self._check_limits(fields, path)
        edge = self.catalog.types[type_name]
        return tuple(
            Entry(key, self._edge_value(edge, site, each, (*path, key))) for key, each in fields.items()
        )

    def _edge_value(self, edge: ObjectType, site: Site, nodes: list[FieldNode], path: Path) -> Value:
        match nodes[0].name.value:
            case "__typename":
                return TypenameValue(edge.name)
            case "cursor":
                return CursorValue(self.order(site))
            case _:
                return EmbeddedValue(self.object(edge.fields["node"].target.name, nodes, path))


def _arguments(sql: str, site: Site) -> tuple[tuple[str, ArgumentValue | ItemsValue], ...]:
    """Return the parameter for each argument that a template names."""
    names = (name for name in site.definition.args if "{" + name + "}" in sql)
    return tuple((name, _argument(site, name)) for name in names)


def _argument(site: Site, name: str) -> ArgumentValue | ItemsValue:
    given = ArgumentValue(site, name)
    return ItemsValue(site, name) if given.type == "json" else given


def _page_info(name: str) -> Value:
    match name:
        case "__typename":
            return TypenameValue("PageInfo")
        case "hasNextPage" | "hasPreviousPage":
            return PageFlag(forward=name == "hasNextPage")
        case _:
            return PageCursor(last=name == "endCursor")


def _too_much(what: str, path: Path) -> Exception:
    where = ".".join(path) or "The operation"
    return refuse(GraphQLError(f"{where} {what}. Ask for less at once.", path=list(path)), "QUERY_TOO_LARGE")
