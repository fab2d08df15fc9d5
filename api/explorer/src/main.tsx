import "./policy";
import "./workers";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "./style.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Explorer } from "./explorer";

// GraphiQL asks for the editor once it is on the page; it comes along while GraphiQL is read.
void import("monaco-graphql/esm/monaco-editor.js");

const place = document.querySelector("#explorer");
if (place) createRoot(place).render(<StrictMode><Explorer /></StrictMode>);
