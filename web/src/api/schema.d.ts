// Made from the description of the API by `npm run client`; a test compares.
export interface paths {
    "/api/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Procedure time now
         * @description For everybody.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Clock"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All cycles, newest first
         * @description For everybody.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CycleList"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Opens a training-plan cycle by its terms
         * @description For operations.
         */
        post: operations["cycle_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A cycle: its stage, timetable and toolkit, departments, plan, and what concerns the asker
         * @description The outline for everybody; all departments for operations, auditors, leaders and approvers, theirs for heads and speakers; how it stands inside for operations and auditors.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Cycle"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is written to next, and when
         * @description For operations and auditors.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Agenda"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/amendOffering": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Holds an offering of the plan to a date, room or trainer
         * @description For operations.
         */
        post: operations["cycle_amendOffering"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels the cycle
         * @description For operations.
         */
        post: operations["cycle_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Courses and rooms, quotes and trainers
         * @description Courses and rooms for everybody, quotes and trainers for operations, auditors, leaders and approvers.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CycleCatalogue"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/changeLimit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves a limit of the plan, which is then compiled anew
         * @description For operations.
         */
        post: operations["cycle_changeLimit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/changeMethod": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes a method of the needs toolkit
         * @description For operations.
         */
        post: operations["cycle_changeMethod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Change requests with their effect on money and people
         * @description All for operations, auditors, leaders and approvers; for others those that they made, decide, or are touched by.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CycleChanges"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/chooseSource": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chooses the source of a merged need by hand
         * @description For operations.
         */
        post: operations["cycle_chooseSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/dropOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drops an order that was refused and has been mended otherwise
         * @description For operations.
         */
        post: operations["cycle_dropOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/editNeed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes a need of the own department
         * @description For whoever heads the department or speaks for it.
         */
        post: operations["cycle_editNeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Promised against measured, by offering and department and in all; participation and cost of a gap point
         * @description The sum for everybody; offerings for operations, auditors, leaders, approvers and their trainer; departments for who sees them.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CycleEffect"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/export/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A table of the cycle as CSV (UTF-8) or XLSX: people, ratings, needs, courses, quotes, rooms, trainers, plan, attendance
         * @description For operations and auditors. What it holds, the import of the same name takes back.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/finishStage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the current stage
         * @description For operations.
         */
        post: operations["cycle_finishStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far people are from what their posts require, by person and department, exactly
         * @description All for operations and auditors; for heads, speakers, approvers and leaders of a department that department, for managers their line, once the ratings are over for everybody themselves.
         */
        get: {
            parameters: {
                query?: {
                    department?: string;
                    person?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CycleGaps"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/handOver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the cycle to somebody else of operations to run
         * @description For operations.
         */
        post: operations["cycle_handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/import/{what}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in a table: needs, quotes, rooms, courses, trainers
         * @description For operations. The body is the file itself: CSV in UTF-8 or GB18030, or XLSX. All of it is taken, or nothing: a 422 has a line for each fault.
         */
        post: {
            parameters: {
                query: {
                    /** @description true: only say what is wrong with it */
                    check?: "true" | "false";
                    name: string;
                };
                header?: never;
                path: {
                    id: string;
                    what: "needs" | "quotes" | "rooms" | "courses" | "trainers";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Imported"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/import/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submits the ratings in a table as the answers of the supervisors whom it names
         * @description For operations. The body is the file itself: CSV in UTF-8 or GB18030, or XLSX. All of it is taken, or nothing: a 422 has a line for each fault.
         */
        post: {
            parameters: {
                query: {
                    /** @description true: only say what is wrong with it */
                    check?: "true" | "false";
                    name: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Imported"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/importNeeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in a list of needs: all of it, or nothing
         * @description For operations.
         */
        post: operations["cycle_importNeeds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Needs that are met together, with who asked
         * @description All of it for operations, auditors, leaders and approvers; for heads and speakers what is of their department.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CycleMerged"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/mergeNeeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts merged needs together by hand
         * @description For operations.
         */
        post: operations["cycle_mergeNeeds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/moveDate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves the end of a stage
         * @description For operations.
         */
        post: operations["cycle_moveDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The needs of departments, with goal and problem, and what each department has returned
         * @description All of it for operations, auditors, leaders and approvers; for heads and speakers what is of their department.
         */
        get: {
            parameters: {
                query?: {
                    department?: string;
                    state?: "proposed" | "stated" | "sent-back" | "confirmed" | "dropped" | "withdrawn";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CycleNeeds"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/next-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Terms for the next cycle as this one leaves them, to look through and open
         * @description For operations and auditors. Open needs, gaps and plans of people come along by themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NextTerms"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pauses the cycle and its rounds
         * @description For operations.
         */
        post: operations["cycle_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plan with its digest: the approved one, or before that the latest; and each line as it is now
         * @description Once approved for everybody; before, for operations, auditors, approvers, leaders, and heads as to their people. Others see no names but their own.
         */
        get: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CyclePlan"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/plan.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plan for people as PDF or XLSX: offerings, money, cuts, changes, promised against measured
         * @description For whoever sees the plan, as far as they see it. The same state gives the same bytes.
         */
        get: {
            parameters: {
                query?: {
                    locale?: "en" | "zh-CN";
                    version?: number;
                };
                header?: never;
                path: {
                    format: "pdf" | "xlsx";
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The plan */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/plan/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What differs between two versions of the plan; by default since the asker last gave their word on it
         * @description For whoever sees the plan, as far as they see it.
         */
        get: {
            parameters: {
                query?: {
                    from?: number;
                    to?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanDifference"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this cycle proposes to the next one, with its evidence
         * @description All of it for operations, auditors, leaders and approvers; for heads and speakers what is of their department.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CycleProposals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/reopenStage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Runs a stage again
         * @description For operations.
         */
        post: operations["cycle_reopenStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/requestChange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for a change of the approved plan
         * @description For heads of departments whose people an offering is for, its trainer, the management and HR that approve, and operations.
         */
        post: operations["cycle_requestChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money, rooms and hours: planned, committed and used side by side
         * @description For operations, auditors, approvers, and the leaders who commit.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CycleResources"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a paused cycle go on
         * @description For operations.
         */
        post: operations["cycle_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/retryOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives an order that was refused once more
         * @description For operations.
         */
        post: operations["cycle_retryOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/setCourses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds courses to the catalogue, or replaces them
         * @description For operations.
         */
        post: operations["cycle_setCourses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/setQuotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds providers' quotes, or replaces them
         * @description For operations.
         */
        post: operations["cycle_setQuotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/setRooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds rooms, or replaces them
         * @description For operations.
         */
        post: operations["cycle_setRooms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/settleProposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps or drops a proposal for the next cycle
         * @description For operations.
         */
        post: operations["cycle_settleProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/setTrainers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says who else may teach, and how many hours
         * @description For operations.
         */
        post: operations["cycle_setTrainers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/sourcing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the training of each merged need comes from, and why; quotes and trainers compared
         * @description All of it for operations, auditors, leaders and approvers; for heads and speakers what is of their department.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CycleSourcing"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/splitNeed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes needs out of a merged one
         * @description For operations.
         */
        post: operations["cycle_splitNeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/stateNeed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * States a need of the own department
         * @description For whoever heads the department or speaks for it.
         */
        post: operations["cycle_stateNeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a command would bring about: messages, tasks, stages and money that come, go or move; does nothing
         * @description For operations. It is played by the rules that run live, up to a day; nobody answers meanwhile, and slow work is not done.
         */
        post: operations["cycle_whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/withdrawChange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws the own change request
         * @description For whoever has asked for it, the HR that approves, and operations.
         */
        post: operations["cycle_withdrawChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/withdrawCommitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back what one has committed
         * @description For the leader who was asked or whoever has committed it, the HR that approves, and operations.
         */
        post: operations["cycle_withdrawCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{id}/withdrawNeed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws a need of the own department
         * @description For whoever heads the department or speaks for it.
         */
        post: operations["cycle_withdrawNeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The timetable and every message of a cycle that would be opened now; opens nothing
         * @description For operations. It is played by the rules that run live: nobody answers before silence has its meaning, or before somebody must.
         */
        post: operations["cycle_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A document that Rostrum made, such as a certificate, as PDF
         * @description For the person it is about, operations and auditors.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News as they are written: which streams have changed, of those that the asker may see (server-sent events)
         * @description Everything for operations and auditors; for others how procedures go on, what they have done, what is about them or those who report to them, and what is asked of them. In selections and rounds nobody else hears when others have done something. Event `hello` first; then `news` with `{stream, version, kinds}`, `missed` when something may have been lost and what is shown is to be read anew, `signed-out` when the session, or the token of a program, has ended. A line that begins with a colon says every 15 seconds that the connection stands. Five connections of one person stay open at most.
         */
        get: {
            parameters: {
                query?: {
                    /** @description How long it stays open at most */
                    seconds?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Events, one after the other */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/{secret}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The days of all courses that somebody takes part in or teaches, for their calendar (iCalendar, RFC 5545)
         * @description For everybody, without a token.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    secret: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The days */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stores a file as evidence; at most 10 MB
         * @description For everybody but auditors. The body is the file itself, with its content-type: a PDF, a DOCX, XLSX or PPTX document, a text, or a JPEG, PNG or WebP picture. Only what is left of it is kept once it is cleaned of what tells its author: properties, XMP, Exif, authors of comments and changes. The same file again gets the same id.
         */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoredFile"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stored file
         * @description For whoever stored it, operations and auditors.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Shows a PDF or a picture in place */
                    inline?: "1";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The bytes that were stored */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People, procedures, courses and applications that are called like a text, of those that the asker may see
         * @description For everybody, of what they may see: people of the directory and procedures; of courses those they teach or are on the list of, for operations and auditors all; applications that they see. Chinese and Latin letters alike, anywhere in a name; eight of each kind at most.
         */
        get: {
            parameters: {
                query: {
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Find"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/{stream}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has happened in a process, newest first: who, when and why, as far as the asker sees it
         * @description All of it for operations and auditors. For others how it goes on and what is theirs: applicants their application without who has judged, departments and approvers what they see of a cycle, trainers who comes, holders their answers; words only their own. What Rostrum itself has done says so (`machine`). `about` asks for one application, person, need, offering, change, task or department alone.
         */
        get: {
            parameters: {
                query?: {
                    about?: string;
                    before?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    stream: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["History"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/{stream}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a stream as they were written
         * @description For operations and auditors. Private parts stay sealed unless `open` is true.
         */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    open?: "true" | "false";
                };
                header?: never;
                path: {
                    stream: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description For everybody, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The courses that I take part in and those that I teach: what is next, what is asked, and who comes
         * @description For everybody, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyCourses"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is asked of me, grouped by round and with the reason, what I have answered lately, and what comes
         * @description For everybody, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Desk"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether I have a calendar feed
         * @description For everybody, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FeedStanding"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Makes my calendar feed, or renews its secret: the old one is not good any more
         * @description For everybody, about themselves. The path is told once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewFeed"];
                    };
                };
            };
        };
        /**
         * Takes my calendar feed away
         * @description For everybody, about themselves.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FeedStanding"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One screen: what is asked of me, what was promised and measured, who took part, what is still open
         * @description For everybody, about themselves. Of the newest cycle, unless `cycle` names another; as much of it as the asker sees there. What fewer people are behind than the terms say is hidden, with the reason.
         */
        get: {
            parameters: {
                query?: {
                    cycle?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Overview"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/pairing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a program in, to speak for me, or does not
         * @description For everybody, about themselves.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AnswerPairingInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether the program is mine and may speak for me */
                            grant: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/pairing/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which program waits under a code; it changes nothing
         * @description For everybody, about themselves.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PairingCodeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PairingView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where I am signed in
         * @description For everybody, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sessions"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Signs me out everywhere; links in letters that I have not used cannot be used any more
         * @description For everybody, about themselves. Whoever asks by the session of a browser has signed in there less than 10 minutes ago, or signs in once more before.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedOut"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Signs me out on one device
         * @description For everybody, about themselves. Another device than this one only within 10 minutes of a sign-in here.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedOut"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How I want Rostrum: language, time zone, colours, and when letters come that can wait
         * @description For everybody, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SettingsView"];
                    };
                };
            };
        };
        /**
         * Sets how I want Rostrum, all of it
         * @description For everybody, about themselves. Language and zone are those of letters as well, before what the directory says; when reminders come goes by the directory. Letters that can wait come at once, or together on each day or in each week, at an hour of the clock where I am. What is urgent comes at once all the same, as does what asks for something that is due soon. Nothing else comes in quiet hours, which end by the clock where I am; it comes when they are over.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SettingsInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SettingsView"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/support": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I have done for the training of others; nobody else is shown it
         * @description For everybody, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Support"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The inbox: my open tasks over all rounds, by due date
         * @description For everybody, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Inbox"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people who report to me: what their posts require, how they are rated, what the plan does about it, and what waits for me
         * @description For everybody, about themselves. Of the newest cycle that is about them, unless `cycle` names another; `of` names somebody below me in the line, whose team it is then. Above 15 people are shown by post; `post` opens one.
         */
        get: {
            parameters: {
                query?: {
                    cycle?: string;
                    of?: string;
                    post?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/team/late/{round}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who of my people is late in a round: what was tried, and whom to talk to
         * @description For managers, of the answers about which they were written to. Of the answers about which I was written to as a manager, those that are still open.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamLate"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tokens of my programs
         * @description For everybody, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tokens"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Makes a token for a program of mine; it is shown this once
         * @description For everybody, about themselves.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTokenInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GivenToken"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a token of mine out of use
         * @description For everybody, about themselves.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tokens"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages to people and how their delivery stands, newest first
         * @description For operations and auditors.
         */
        get: {
            parameters: {
                query?: {
                    before?: number;
                    limit?: number;
                    person?: string;
                    state?: "waiting" | "sent" | "failed" | "dropped";
                    stream?: string;
                    template?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoticePage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Offerings by their first day: for operations all, for others those they teach or are on the list of
         * @description All for operations and auditors; for others those they teach or are on the list of.
         */
        get: {
            parameters: {
                query?: {
                    cycle?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferingList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An offering: days, place, seats, and what concerns the asker
         * @description Days, place and seats for everybody. Who takes part for operations, auditors and its trainer, for supervisors their people; means of few answers are hidden.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offering"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is written to next, and when
         * @description For operations and auditors.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Agenda"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/attendance.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The list of participants to fill in, or as it was filled in; CSV or XLSX
         * @description All for operations, auditors and the trainer, for supervisors their people.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    format: "csv" | "xlsx";
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The list */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The days of an offering as a calendar file (iCalendar, RFC 5545)
         * @description For everybody. Its id is that of the invitation, so that a calendar has it once.
         */
        get: {
            parameters: {
                query?: {
                    locale?: "en" | "zh-CN";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The days */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/certificate.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My certificate of a course, as PDF
         * @description For whoever was there, and has passed the test where there was one: their own. The same state gives the same bytes.
         */
        get: {
            parameters: {
                query?: {
                    locale?: "en" | "zh-CN";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The certificate */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/dropOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drops an order that was refused and has been mended otherwise
         * @description For operations.
         */
        post: operations["offering_dropOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/finishStage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the current stage of an offering
         * @description For operations.
         */
        post: operations["offering_finishStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/giveUpSeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives up the own seat
         * @description For whoever has a seat.
         */
        post: operations["offering_giveUpSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/import/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in who was there, as a table: employee_id, present
         * @description For the trainer and whoever of operations runs the cycle, or all of operations where none of those who run it is of them. All of it is taken, or nothing.
         */
        post: {
            parameters: {
                query: {
                    /** @description true: only say what is wrong with it */
                    check?: "true" | "false";
                    name: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Imported"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/joinWaitingList": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts somebody on the waiting list
         * @description For the person it is about, and for operations.
         */
        post: operations["offering_joinWaitingList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/leaveWaitingList": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes somebody off the waiting list
         * @description For the person it is about, and for operations.
         */
        post: operations["offering_leaveWaitingList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/recordAttendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says who was there
         * @description For the trainer and whoever of operations runs the cycle, or all of operations where none of those who run it is of them.
         */
        post: operations["offering_recordAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/recordCost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records what was paid
         * @description For operations.
         */
        post: operations["offering_recordCost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/recordFigure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records a figure of the business before and after
         * @description For operations.
         */
        post: operations["offering_recordFigure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/recordTests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in test scores
         * @description For the trainer and whoever of operations runs the cycle, or all of operations where none of those who run it is of them.
         */
        post: operations["offering_recordTests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/retryOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives an order that was refused once more
         * @description For operations.
         */
        post: operations["offering_retryOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offerings/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a command would bring about: messages, tasks, stages and money that come, go or move; does nothing
         * @description For operations. It is played by the rules that run live, up to a day; nobody answers meanwhile, and slow work is not done.
         */
        post: operations["offering_whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/correctCalendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replaces a calendar; every open agenda is planned anew
         * @description For operations.
         */
        post: operations["organisation_correctCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/erasePerson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erases the data of a person who has left by destroying their key
         * @description For operations.
         */
        post: operations["organisation_erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/grantRole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grants a role, or gives one that is held another end
         * @description For operations.
         */
        post: operations["organisation_grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/import/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an import would change, and everything that is wrong with it; changes nothing
         * @description For operations.
         */
        post: operations["organisation_checkImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/importOrganisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Imports people, departments, posts, calendars and absences: all of it, or nothing
         * @description For operations.
         */
        post: operations["organisation_importOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/nameDeputy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Names who stands in for a person while they are on leave
         * @description For the person it is about, and for operations.
         */
        post: operations["organisation_nameDeputy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/personLeft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that a person has left, and who takes over their reports
         * @description For operations.
         */
        post: operations["organisation_personLeft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/recordAbsence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that a person is away from one day to another
         * @description For the person it is about, and for operations.
         */
        post: operations["organisation_recordAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has which role today
         * @description For everybody.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoleList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/takeRole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a role from somebody
         * @description For operations.
         */
        post: operations["organisation_takeRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People whose name or employee id contains a text
         * @description For everybody.
         */
        get: {
            parameters: {
                query: {
                    query: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Directory"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs somebody out everywhere: sessions, links of letters and tokens of programs have ended
         * @description For operations.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            person: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/development": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person: what the post requires and how they are rated, the development plan with its signatures, courses before and after
         * @description For themselves, everybody above them in the line, operations and auditors; what the two have said to each other for these alone, not for who is further above. Of the newest cycle that is about them, unless `cycle` names another. One sees one’s own ratings once all of them are over.
         */
        get: {
            parameters: {
                query?: {
                    cycle?: string;
                };
                header?: never;
                path: {
                    person: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Development"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Procedures of every kind, newest first, at most 2,000
         * @description For everybody; those that Rostrum has opened itself are for operations and auditors.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only of this kind, such as selection */
                    kind?: string;
                    /** @description Only those that are not over */
                    open?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProcedureList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is kept for how long, and how much of it would go now
         * @description For operations. Changes nothing, and names nobody. The engine lets go of what is too old every hour.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Retention"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rounds with their counts, newest first
         * @description All for operations and auditors; for others those they have a task in, counting their own tasks alone.
         */
        get: {
            parameters: {
                query?: {
                    owner?: string;
                    state?: "open" | "held" | "settled";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoundList"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Opens a round with its tasks
         * @description For operations.
         */
        post: operations["round_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a round stands
         * @description For operations and auditors; for whoever has a task in it, counting their own tasks alone.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Round"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/addTasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds tasks to an open round; to one of a procedure under ids that begin with "+"
         * @description For operations.
         */
        post: operations["round_addTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submits answers to several tasks, with an outcome each
         * @description For the assignee of the task. Each is a command of its own: give each its `commandId`, or all of them one `Idempotency-Key`, from which theirs are made. What stands already is not taken twice, so that a list may be sent again as it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        answers: {
                            answer: {
                                [key: string]: number | string | boolean | string[] | null;
                            };
                            commandId?: string;
                            task: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnswerOutcomes"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes a round
         * @description For operations.
         */
        post: operations["round_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declines a task
         * @description For the assignee of the task.
         */
        post: operations["round_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/delegate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hands a task to somebody else
         * @description For the assignee of the task.
         */
        post: operations["round_delegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Saves drafts of several answers, with an outcome each
         * @description For the assignee of the task. `revision` is the one that was loaded, 0 for the first draft.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        drafts: {
                            content: {
                                [key: string]: number | string | boolean | string[] | null;
                            };
                            revision: number;
                            task: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftOutcomes"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves the due date of one, some or all open tasks
         * @description For operations.
         */
        post: operations["round_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers the vacancy of a recused, declined or lapsed task, in a round of its own
         * @description For operations.
         */
        post: operations["round_fill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a round on hold: nothing is due and nobody is reminded
         * @description For operations.
         */
        post: operations["round_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that a round asks of me, with forms, drafts and answers
         * @description For whoever has a part in it, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sitting"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives open tasks to another person
         * @description For operations.
         */
        post: operations["round_reassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/recuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Steps back from a task over a conflict of interest
         * @description For the assignee of the task.
         */
        post: operations["round_recuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/reform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives tasks that nobody has begun another form; those drafted or answered keep theirs
         * @description For operations.
         */
        post: operations["round_reform"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a held round go on; its due dates move by the time on hold
         * @description For operations.
         */
        post: operations["round_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reminds whoever owes an answer now, beside the ladder
         * @description For operations.
         */
        post: operations["round_remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopens a task that was answered, recused, declined or lapsed, where another answer counts
         * @description For operations.
         */
        post: operations["round_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/saveDraft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes that the assignee has begun; PUT the draft instead
         * @description For the assignee of the task.
         */
        post: operations["round_saveDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the subjects of a round stand by the plain mean of the field that its policy tallies, best first
         * @description For operations and auditors. It decides nothing, and is provisional until the round has settled.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoundStanding"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submits the answer to a task
         * @description For the assignee of the task.
         */
        post: operations["round_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/takeBack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes an answer back before it is due, to give another
         * @description For the assignee of the task.
         */
        post: operations["round_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tasks of a round, a page at a time
         * @description For operations and auditors.
         */
        get: {
            parameters: {
                query?: {
                    about?: string;
                    after?: string;
                    assignee?: string;
                    limit?: number;
                    state?: "open" | "drafted" | "submitted" | "recused" | "declined" | "lapsed" | "withdrawn";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaskPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A task with its form, draft, latest answer, what it is about, and why it is asked
         * @description For its assignee, operations and auditors; what the assignee has drafted is shown to nobody else.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    task: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Task"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/tasks/{task}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Saves the draft of an answer
         * @description For the assignee of the task. `revision` is the one that was loaded, 0 for the first draft.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    task: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        content: {
                            [key: string]: number | string | boolean | string[] | null;
                        };
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftSaved"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/tasks/{task}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submits the answer to a task
         * @description For the assignee of the task. Answered once the answer is in the ledger.
         */
        post: operations["task_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a command would bring about: messages, tasks, stages and money that come, go or move; does nothing
         * @description For operations. It is played by the rules that run live, up to a day; nobody answers meanwhile, and slow work is not done.
         */
        post: operations["round_whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes open tasks back
         * @description For operations.
         */
        post: operations["round_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a selection by its terms
         * @description For operations.
         */
        post: operations["selection_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A selection: its stage, timetable, measures and criteria, and what concerns the asker
         * @description For everybody; how it stands inside is for operations and auditors.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Selection"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/addHandlers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds people who decide objections
         * @description For operations.
         */
        post: operations["selection_addHandlers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/addReviewers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds reviewers
         * @description For operations.
         */
        post: operations["selection_addReviewers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is written to next, and when
         * @description For operations and auditors.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Agenda"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/allowLate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a person apply after the call has closed
         * @description For operations.
         */
        post: operations["selection_allowLate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/application-draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I have written of my application and not sent
         * @description For everybody, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationDraft"];
                    };
                };
            };
        };
        /**
         * Saves what I have written of my application
         * @description For everybody, about themselves. `revision` is the one that was loaded, 0 for the first. Nothing is looked at before it is sent.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        content: {
                            evidence?: string[];
                            hoursPerMonth?: number | null;
                            outline?: string;
                            profile?: string;
                            topics?: string[];
                        };
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftSaved"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/application-draft/as-reviewers-see-it": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I have written and not sent, or else what I have sent, exactly as reviewers will be shown it
         * @description For everybody, about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewersPreview"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The applications that the asker may see
         * @description Applicants see their own, reviewers those they review (blind: no name), operations and auditors all.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/applications/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An application with its texts and evidence
         * @description Its applicant; who reviews it (blind: no name); its manager, screener or handler who is asked; the panel when it decides; operations and auditors.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Application"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/applications/{code}/evidence/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file that an application gives as evidence
         * @description For whoever sees the application.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Shows a PDF or a picture in place */
                    inline?: "1";
                };
                header?: never;
                path: {
                    code: string;
                    file: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Applies
         * @description For everybody who works here.
         */
        post: operations["selection_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels the selection
         * @description For operations.
         */
        post: operations["selection_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/changeMeasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes a new version of the measures
         * @description For operations.
         */
        post: operations["selection_changeMeasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/correctCriteria": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corrects the criteria after they were frozen, with notice
         * @description For operations.
         */
        post: operations["selection_correctCriteria"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/decideScreening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides about an application where the rule cannot
         * @description For operations.
         */
        post: operations["selection_decideScreening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/declareConflict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declares conflicts of interest as a reviewer
         * @description For reviewers of the selection.
         */
        post: operations["selection_declareConflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/dropOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drops an order that was refused and has been mended otherwise
         * @description For operations.
         */
        post: operations["selection_dropOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/editApplication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the own application while the call is open
         * @description For whoever has applied.
         */
        post: operations["selection_editApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why an application stands where it stands, and before or behind another
         * @description For operations and auditors, and for the panel when it decides.
         */
        get: {
            parameters: {
                query: {
                    against?: string;
                    application: string;
                    locale?: "en" | "zh-CN";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Explanation"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/finishStage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the current stage
         * @description For operations.
         */
        post: operations["selection_finishStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/handOver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the selection to somebody else of operations to run
         * @description For operations.
         */
        post: operations["selection_handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/lowerReviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for fewer reviews of each application
         * @description For operations.
         */
        post: operations["selection_lowerReviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/moveDate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves the end of a stage
         * @description For operations.
         */
        post: operations["selection_moveDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/nominate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nominates somebody, who is then asked
         * @description For everybody who works here.
         */
        post: operations["selection_nominate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/objectToScreening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Objects to having been screened out
         * @description For whoever was screened out.
         */
        post: operations["selection_objectToScreening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pauses the selection and its rounds
         * @description For operations.
         */
        post: operations["selection_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/publishMeasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes the management measures; nothing opens before
         * @description For operations.
         */
        post: operations["selection_publishMeasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/raiseObjection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Objects during the public notice
         * @description For everybody who works here.
         */
        post: operations["selection_raiseObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ranking as it was recorded, byte for byte; its digest is the ETag
         * @description For operations and auditors, and for the panel when it decides.
         */
        get: {
            parameters: {
                query?: {
                    number?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The recorded bytes */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/recordReach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes that a person has opened the publicity notice
         * @description For the person whom it has reached.
         */
        post: operations["selection_recordReach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/reopenStage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Runs a stage again
         * @description For operations.
         */
        post: operations["selection_reopenStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a paused selection go on
         * @description For operations.
         */
        post: operations["selection_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/retryOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives an order that was refused once more
         * @description For operations.
         */
        post: operations["selection_retryOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/setPanel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the panel before it is asked
         * @description For operations.
         */
        post: operations["selection_setPanel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/setScreeners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes who screens
         * @description For operations.
         */
        post: operations["selection_setScreeners"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a command would bring about: messages, tasks, stages and money that come, go or move; does nothing
         * @description For operations. It is played by the rules that run live, up to a day; nobody answers meanwhile, and slow work is not done.
         */
        post: operations["selection_whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{id}/withdrawApplication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws the own application
         * @description For whoever has applied.
         */
        post: operations["selection_withdrawApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The timetable and every message of a selection that would be opened now; opens nothing
         * @description For operations. It is played by the rules that run live: nobody answers before silence has its meaning, or before somebody must.
         */
        post: operations["selection_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in: the browser is given a cookie
         * @description For everybody, without a token. A link can be used once. Whoever sends tokens that nobody was given waits longer each time.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignInInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
            };
        };
        /**
         * Signs out: the session ends, and the cookie goes; a program takes its own token out of use
         * @description For everybody, about themselves.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedOut"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a link to sign in with
         * @description For everybody, without a token. The answer, and how long it takes, is the same whether somebody is known by the address or not. Whoever asks often waits longer each time.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskForLinkInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkAsked"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the link of a letter is, and where it leads; it changes nothing
         * @description For everybody, without a token.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OneLinkInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/not-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a link has come to somebody whom it is not for: it is void, and operations are told
         * @description For everybody, without a token.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OneLinkInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends the browser to the company’s identity provider to sign in
         * @description For everybody, without a token.
         */
        get: {
            parameters: {
                query?: {
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the identity provider sends the browser back to: it is signed in, or told why not
         * @description For everybody, without a token.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/pairing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for a program to be let in: a code for its person, who types it where they are signed in
         * @description For everybody, without a token.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskPairingInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Pairing"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/pairing/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether the program was let in: its token, shown this once
         * @description For everybody, without a token.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description By which the program asks whether it was let in; nobody else is told it */
                        device: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Paired"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How to sign in here
         * @description For everybody, without a token.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ways"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trainers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The team of trainers: topics, who, until when, hours and ratings; what nobody covers
         * @description For everybody; hours and ratings for themselves and whoever sees the whole cycle, and for these what no trainer was found for.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Trainers"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Accepted: {
            /** @constant */
            accepted: true;
            commandId: string;
        };
        AcceptedInput: {
            /** @constant */
            accepted: true;
            commandId: string;
        };
        Agenda: {
            agenda: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                name: string | null;
                openTasks: number;
                person: string;
                purpose: string;
                round: string;
                rung: number;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
        };
        AgendaInput: {
            agenda: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                name: string | null;
                openTasks: number;
                person: string;
                purpose: string;
                round: string;
                rung: number;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
        };
        AnswerOutcomes: {
            outcomes: {
                commandId: string;
                /** @description null: it was done */
                problem: components["schemas"]["Problem"] | null;
                task: string;
            }[];
        };
        AnswerOutcomesInput: {
            outcomes: {
                commandId: string;
                /** @description null: it was done */
                problem: components["schemas"]["ProblemInput"] | null;
                task: string;
            }[];
        };
        AnswerPairing: {
            code: unknown;
            /**
             * @description For so long it is good
             * @default 90
             */
            days: number;
            /** @description Whether the program is mine and may speak for me */
            grant: boolean;
            /**
             * @default act
             * @enum {string}
             */
            scope: "read" | "act";
        };
        AnswerPairingInput: {
            code: string;
            /**
             * @description For so long it is good
             * @default 90
             */
            days: number;
            /** @description Whether the program is mine and may speak for me */
            grant: boolean;
            /**
             * @default act
             * @enum {string}
             */
            scope: "read" | "act";
        };
        Application: {
            code: string;
            department: string | null;
            departmentName: {
                en: string;
                "zh-CN": string;
            } | null;
            evidence: {
                id: string;
                mediaType: string;
                name: string;
                size: number;
            }[];
            hoursPerMonth: number;
            late: boolean | null;
            name: string | null;
            outline: string | null;
            person: string | null;
            /** @description null: its author was erased */
            profile: string | null;
            progress: {
                /** @enum {string} */
                agreement: "asked" | "agreed" | "deemed" | "refused" | "silent" | "unneeded";
                appointment: {
                    document: string | null;
                    from: string;
                    until: string;
                } | null;
                objection: ("open" | "upheld" | "dismissed") | null;
                offer: ("open" | "accepted" | "declined") | null;
                result: {
                    criteria: {
                        criterion: string;
                        median: number | null;
                        minimum: number | null;
                        score: number | null;
                    }[];
                    gaps: string[];
                    rank: number | null;
                    score: number | null;
                    /** @enum {string} */
                    standing: "candidate" | "reserve" | "not-selected" | "unranked" | "ineligible";
                    strengths: string[];
                } | null;
                screening: {
                    eligible: boolean;
                    reasons: string[];
                } | null;
            } | null;
            /** @enum {string} */
            sight: "operations" | "auditor" | "applicant" | "panel" | "manager" | "screener" | "handler" | "asked" | "reviewer";
            /** @description null: a blind reviewer asks */
            submittedAt: number | null;
            topics: string[];
            withdrawn: boolean;
        };
        ApplicationDraft: {
            content: {
                [key: string]: unknown;
            } | null;
            /** @description The files in it, by the names that their author gave them */
            files: {
                id: string;
                mediaType: string;
                name: string;
                size: number;
            }[];
            /** @description 0 when nothing is saved */
            revision: number;
            /** @description By the clock on the wall */
            savedAt: number | null;
        };
        ApplicationDraftInput: {
            content: {
                [key: string]: unknown;
            } | null;
            /** @description The files in it, by the names that their author gave them */
            files: {
                id: string;
                mediaType: string;
                name: string;
                size: number;
            }[];
            /** @description 0 when nothing is saved */
            revision: number;
            /** @description By the clock on the wall */
            savedAt: number | null;
        };
        ApplicationInput: {
            code: string;
            department: string | null;
            departmentName: {
                en: string;
                "zh-CN": string;
            } | null;
            evidence: {
                id: string;
                mediaType: string;
                name: string;
                size: number;
            }[];
            hoursPerMonth: number;
            late: boolean | null;
            name: string | null;
            outline: string | null;
            person: string | null;
            /** @description null: its author was erased */
            profile: string | null;
            progress: {
                /** @enum {string} */
                agreement: "asked" | "agreed" | "deemed" | "refused" | "silent" | "unneeded";
                appointment: {
                    document: string | null;
                    from: string;
                    until: string;
                } | null;
                objection: ("open" | "upheld" | "dismissed") | null;
                offer: ("open" | "accepted" | "declined") | null;
                result: {
                    criteria: {
                        criterion: string;
                        median: number | null;
                        minimum: number | null;
                        score: number | null;
                    }[];
                    gaps: string[];
                    rank: number | null;
                    score: number | null;
                    /** @enum {string} */
                    standing: "candidate" | "reserve" | "not-selected" | "unranked" | "ineligible";
                    strengths: string[];
                } | null;
                screening: {
                    eligible: boolean;
                    reasons: string[];
                } | null;
            } | null;
            /** @enum {string} */
            sight: "operations" | "auditor" | "applicant" | "panel" | "manager" | "screener" | "handler" | "asked" | "reviewer";
            /** @description null: a blind reviewer asks */
            submittedAt: number | null;
            topics: string[];
            withdrawn: boolean;
        };
        ApplicationList: {
            applications: {
                code: string;
                department: string | null;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                } | null;
                hoursPerMonth: number;
                late: boolean | null;
                name: string | null;
                person: string | null;
                progress: {
                    /** @enum {string} */
                    agreement: "asked" | "agreed" | "deemed" | "refused" | "silent" | "unneeded";
                    appointment: {
                        document: string | null;
                        from: string;
                        until: string;
                    } | null;
                    objection: ("open" | "upheld" | "dismissed") | null;
                    offer: ("open" | "accepted" | "declined") | null;
                    result: {
                        criteria: {
                            criterion: string;
                            median: number | null;
                            minimum: number | null;
                            score: number | null;
                        }[];
                        gaps: string[];
                        rank: number | null;
                        score: number | null;
                        /** @enum {string} */
                        standing: "candidate" | "reserve" | "not-selected" | "unranked" | "ineligible";
                        strengths: string[];
                    } | null;
                    screening: {
                        eligible: boolean;
                        reasons: string[];
                    } | null;
                } | null;
                /** @enum {string} */
                sight: "operations" | "auditor" | "applicant" | "panel" | "manager" | "screener" | "handler" | "asked" | "reviewer";
                /** @description null: a blind reviewer asks */
                submittedAt: number | null;
                topics: string[];
                withdrawn: boolean;
            }[];
        };
        ApplicationListInput: {
            applications: {
                code: string;
                department: string | null;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                } | null;
                hoursPerMonth: number;
                late: boolean | null;
                name: string | null;
                person: string | null;
                progress: {
                    /** @enum {string} */
                    agreement: "asked" | "agreed" | "deemed" | "refused" | "silent" | "unneeded";
                    appointment: {
                        document: string | null;
                        from: string;
                        until: string;
                    } | null;
                    objection: ("open" | "upheld" | "dismissed") | null;
                    offer: ("open" | "accepted" | "declined") | null;
                    result: {
                        criteria: {
                            criterion: string;
                            median: number | null;
                            minimum: number | null;
                            score: number | null;
                        }[];
                        gaps: string[];
                        rank: number | null;
                        score: number | null;
                        /** @enum {string} */
                        standing: "candidate" | "reserve" | "not-selected" | "unranked" | "ineligible";
                        strengths: string[];
                    } | null;
                    screening: {
                        eligible: boolean;
                        reasons: string[];
                    } | null;
                } | null;
                /** @enum {string} */
                sight: "operations" | "auditor" | "applicant" | "panel" | "manager" | "screener" | "handler" | "asked" | "reviewer";
                /** @description null: a blind reviewer asks */
                submittedAt: number | null;
                topics: string[];
                withdrawn: boolean;
            }[];
        };
        AskForLink: {
            /** @description A mail address */
            address: string;
            /** @description Where to go on; absent: where one begins */
            path?: string;
        } | {
            token: string;
        };
        AskForLinkInput: {
            /** @description A mail address */
            address: string;
            /** @description Where to go on; absent: where one begins */
            path?: string;
        } | {
            token: string;
        };
        AskPairing: {
            /** @description By which one knows it again */
            name: string;
        };
        AskPairingInput: {
            /** @description By which one knows it again */
            name: string;
        };
        Clock: {
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
            /** @description Procedure milliseconds in each real one; 1 in production */
            scale: number;
        };
        ClockInput: {
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
            /** @description Procedure milliseconds in each real one; 1 in production */
            scale: number;
        };
        Cycle: {
            cancelled: boolean;
            closed: boolean;
            company: {
                en: string;
                "zh-CN": string;
            };
            currency: string;
            /** @description For operations and approvers all; for heads and speakers theirs */
            departments: {
                asked: string | null;
                department: string;
                /** @description null: no answer yet */
                mobilised: ("accepted" | "delegated" | "declined" | "silent") | null;
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
                /** @description Needs that stand or wait */
                needs: number;
                /** @description People by whether they are rated; missing was given up. null: nobody was asked */
                ratings: {
                    done: number;
                    missing: number;
                    open: number;
                } | null;
                /** @description A nil return says that nothing is needed; silence says nothing. null: not yet */
                returned: ("needs" | "nil" | "silent") | null;
                speaker: string | null;
                speakerName: string | null;
                /**
                 * @description Why that person was asked
                 * @enum {string}
                 */
                why: "head" | "away" | "left" | "nobody";
            }[];
            id: string;
            machinery: {
                approval: {
                    approvers: {
                        department: string | null;
                        insteadOf: string | null;
                        person: string;
                        why: ("away" | "own" | "left") | null;
                    }[];
                    missing: {
                        department: string | null;
                        person: string;
                    }[];
                    /** @enum {string} */
                    step: "heads" | "management" | "hr";
                    version: number;
                } | null;
                approvals: {
                    /** @enum {string} */
                    answer: "approved" | "conditions" | "returned" | "deemed" | "passed";
                    department: string | null;
                    person: string;
                    /** @enum {string} */
                    step: "heads" | "management" | "hr";
                    touches: string[];
                    version: number;
                }[];
                changesOpen: number;
                commitments: {
                    amount: number | null;
                    answer: ("given" | "partly" | "refused" | "silent") | null;
                    /** @description Who has answered, the leader or somebody in their place */
                    by: string | null;
                    id: string;
                    /** @enum {string} */
                    kind: "budget" | "time" | "venue" | "policy";
                    leader: string;
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                    withdrawn: boolean;
                }[];
                /** @description A plan is being compiled, or waits for it */
                compiling: boolean;
                conflict: {
                    limits: {
                        id: string;
                        /** @enum {string} */
                        kind: "budget" | "rooms" | "trainer" | "window" | "seats" | "calendar" | "must";
                        sentence: {
                            en: string;
                            "zh-CN": string;
                        };
                    }[];
                    sentence: {
                        en: string;
                        "zh-CN": string;
                    };
                } | null;
                merged: number;
                /** @description Needs by state */
                needs: {
                    [key: string]: number;
                };
                offerings: {
                    concluded: number;
                    started: number;
                };
                /** @description Development plans of people, by state */
                plans: {
                    [key: string]: number;
                };
                /** @description Elements of people; null: the gaps are not worked out yet */
                ratings: {
                    apart: number;
                    missing: number;
                    rated: number;
                } | null;
                /** @description Orders that were refused, to be given again or dropped */
                refusedOrders: components["schemas"]["RefusedOrder"][];
                rounds: {
                    concluded: boolean;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    id: string;
                    number: number;
                    purpose: string;
                }[];
                /** @description Merged needs by source */
                sources: {
                    [key: string]: number;
                };
                /** @description Why time does not act in it; null: it does */
                trouble: components["schemas"]["Trouble"] | null;
                /** @description Whom and what the cycle waits for */
                waiting: {
                    count: number;
                    /** @description The first 200 by id */
                    people: string[];
                    purpose: string | null;
                    round: string | null;
                    /** @description What operations have to do */
                    what: string | null;
                }[];
            } | null;
            mine: {
                /** @description Those the asker sees */
                departments: string[];
                roles: ("operations" | "auditor" | "head" | "speaker" | "leader" | "management" | "hr" | "approver" | "trainer" | "participant")[];
            };
            paused: boolean;
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /** @description Once approved for everybody, before for whoever has a part in it */
            plan: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                cost: number;
                /** @description People left out, counted once for each need */
                cut: number;
                digest: string;
                /** @description Weighted gap points promised */
                effect: number;
                frozen: boolean;
                offerings: number;
                places: number;
                version: number;
            } | null;
            previous: string | null;
            /** @description Departments by what they have returned */
            returns: {
                needs: number;
                nil: number;
                open: number;
                silent: number;
            };
            /** @enum {string} */
            stage: "mobilisation" | "ratings" | "talks" | "needs" | "summary" | "sourcing" | "compiling" | "commitments" | "approval" | "execution" | "effect" | "feedback" | "closed";
            timetable: {
                end: number | null;
                /** @description How often it has begun */
                runs: number;
                /** @enum {string} */
                stage: "mobilisation" | "ratings" | "talks" | "needs" | "summary" | "sourcing" | "compiling" | "commitments" | "approval" | "execution" | "effect" | "feedback" | "closed";
                start: number | null;
                /** @enum {string} */
                state: "done" | "current" | "ahead";
            }[];
            title: {
                en: string;
                "zh-CN": string;
            };
            toolkit: {
                /** @default null */
                file: string | null;
                id: string;
                /** @enum {string} */
                kind: "rating-scale" | "interview-guide" | "incident-list" | "priorities" | "document";
                /** @description Procedure time, milliseconds since 1970 */
                since: number;
                text: {
                    en: string;
                    "zh-CN": string;
                };
                title: {
                    en: string;
                    "zh-CN": string;
                };
                version: number;
            }[];
            /** @description When the stage ends, or should; null: time does not end it */
            until: number | null;
        };
        CycleCatalogue: {
            courses: {
                benefit: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default 0.5 */
                closes: number;
                days: number;
                elements: string[];
                /**
                 * @default lecture
                 * @enum {string}
                 */
                form: "lecture" | "outdoor" | "sand-table" | "video" | "case" | "discussion" | "role-play" | "game" | "coaching";
                goal: {
                    en: string;
                    "zh-CN": string;
                };
                hours: number;
                id: string;
                level: number;
                maxSeats: number;
                minSeats: number;
                /** @default true */
                room: boolean;
                /** @default 0 */
                runCost: number;
                /** @default 0 */
                seatCost: number;
                test?: boolean;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default [] */
                topics: string[];
            }[];
            quotes: {
                course: string;
                id: string;
                maxSeats: number;
                provider: string;
                /** @default null */
                rating: number | null;
                runCost: number;
                /** @default 0 */
                seatCost: number;
                /** Format: date */
                validUntil: string;
            }[];
            rooms: {
                /** @default [] */
                closed: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                }[];
                /** @default 0 */
                dayCost: number;
                id: string;
                name: string;
                seats: number;
                /** @default  */
                site: string;
            }[];
            trainers: {
                courses: string[];
                /** @description That they may teach in the cycle */
                hours: number;
                name: string | null;
                person: string;
                topics: string[];
                /** @description The last day of the appointment; null: named by operations */
                until: string | null;
            }[];
        };
        CycleCatalogueInput: {
            courses: {
                benefit: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default 0.5 */
                closes: number;
                days: number;
                elements: string[];
                /**
                 * @default lecture
                 * @enum {string}
                 */
                form: "lecture" | "outdoor" | "sand-table" | "video" | "case" | "discussion" | "role-play" | "game" | "coaching";
                goal: {
                    en: string;
                    "zh-CN": string;
                };
                hours: number;
                id: string;
                level: number;
                maxSeats: number;
                minSeats: number;
                /** @default true */
                room: boolean;
                /** @default 0 */
                runCost: number;
                /** @default 0 */
                seatCost: number;
                test?: boolean;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default [] */
                topics: string[];
            }[];
            quotes: {
                course: string;
                id: string;
                maxSeats: number;
                provider: string;
                /** @default null */
                rating: number | null;
                runCost: number;
                /** @default 0 */
                seatCost: number;
                /** Format: date */
                validUntil: string;
            }[];
            rooms: {
                /** @default [] */
                closed: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                }[];
                /** @default 0 */
                dayCost: number;
                id: string;
                name: string;
                seats: number;
                /** @default  */
                site: string;
            }[];
            trainers: {
                courses: string[];
                /** @description That they may teach in the cycle */
                hours: number;
                name: string | null;
                person: string;
                topics: string[];
                /** @description The last day of the appointment; null: named by operations */
                until: string | null;
            }[];
        };
        CycleChanges: {
            changes: {
                after: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                } | null;
                approver: string | null;
                before: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                } | null;
                by: string;
                effect: {
                    /** @description Which limits it would break; null: the asker does not see everybody whom it is about */
                    faults: {
                        en: string;
                        "zh-CN": string;
                    }[] | null;
                    money: number;
                    people: string[];
                };
                emergency: boolean;
                /** @description Why it could not be carried out though it was approved; null also where the asker does not see everybody whom it is about */
                failure: {
                    en: string;
                    "zh-CN": string;
                } | null;
                id: string;
                offering: string | null;
                /** @description Why it is asked for; null: the asker neither asked for it, nor decides it, nor sees the whole plan, or its author was erased */
                reason: string | null;
                round: string;
                /** @enum {string} */
                state: "asked" | "applied" | "confirmed" | "rejected" | "failed" | "undone" | "withdrawn";
                task: string;
                what: ({
                    days: string[];
                    /** @constant */
                    kind: "move";
                    offering: string;
                    room: string | null;
                } | {
                    /** @constant */
                    kind: "trainer";
                    offering: string;
                    /** @default null */
                    quote: string | null;
                    trainer: string | null;
                } | {
                    /** @constant */
                    kind: "seats";
                    offering: string;
                    seats: number;
                } | {
                    /** @default [] */
                    add: string[];
                    /** @constant */
                    kind: "participants";
                    offering: string;
                    /** @default [] */
                    remove: string[];
                } | {
                    /** @constant */
                    kind: "cancel";
                    offering: string;
                } | {
                    /** @constant */
                    kind: "add";
                    planned: {
                        budgetLine: string;
                        cost: number;
                        course: string;
                        days: string[];
                        effect: number;
                        hours: number;
                        id: string;
                        needs: string[];
                        participants: string[];
                        quote: string | null;
                        room: string | null;
                        seats: number;
                        trainer: string | null;
                    };
                } | {
                    amount: number;
                    /** @constant */
                    kind: "budget";
                    line: string;
                }) | {
                    /** @constant */
                    kind: "add";
                    planned: {
                        budgetLine: string;
                        cost: number;
                        course: string;
                        days: string[];
                        effect: number;
                        hours: number;
                        id: string;
                        needs: string[];
                        /** @description Those whom the asker may see */
                        participants: string[];
                        /** @description How many take part */
                        places: number;
                        quote: string | null;
                        room: string | null;
                        seats: number;
                        trainer: string | null;
                    };
                };
            }[];
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
        };
        CycleChangesInput: {
            changes: {
                after: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                } | null;
                approver: string | null;
                before: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                } | null;
                by: string;
                effect: {
                    /** @description Which limits it would break; null: the asker does not see everybody whom it is about */
                    faults: {
                        en: string;
                        "zh-CN": string;
                    }[] | null;
                    money: number;
                    people: string[];
                };
                emergency: boolean;
                /** @description Why it could not be carried out though it was approved; null also where the asker does not see everybody whom it is about */
                failure: {
                    en: string;
                    "zh-CN": string;
                } | null;
                id: string;
                offering: string | null;
                /** @description Why it is asked for; null: the asker neither asked for it, nor decides it, nor sees the whole plan, or its author was erased */
                reason: string | null;
                round: string;
                /** @enum {string} */
                state: "asked" | "applied" | "confirmed" | "rejected" | "failed" | "undone" | "withdrawn";
                task: string;
                what: ({
                    days: string[];
                    /** @constant */
                    kind: "move";
                    offering: string;
                    room: string | null;
                } | {
                    /** @constant */
                    kind: "trainer";
                    offering: string;
                    /** @default null */
                    quote: string | null;
                    trainer: string | null;
                } | {
                    /** @constant */
                    kind: "seats";
                    offering: string;
                    seats: number;
                } | {
                    /** @default [] */
                    add: string[];
                    /** @constant */
                    kind: "participants";
                    offering: string;
                    /** @default [] */
                    remove: string[];
                } | {
                    /** @constant */
                    kind: "cancel";
                    offering: string;
                } | {
                    /** @constant */
                    kind: "add";
                    planned: {
                        budgetLine: string;
                        cost: number;
                        course: string;
                        days: string[];
                        effect: number;
                        hours: number;
                        id: string;
                        needs: string[];
                        participants: string[];
                        quote: string | null;
                        room: string | null;
                        seats: number;
                        trainer: string | null;
                    };
                } | {
                    amount: number;
                    /** @constant */
                    kind: "budget";
                    line: string;
                }) | {
                    /** @constant */
                    kind: "add";
                    planned: {
                        budgetLine: string;
                        cost: number;
                        course: string;
                        days: string[];
                        effect: number;
                        hours: number;
                        id: string;
                        needs: string[];
                        /** @description Those whom the asker may see */
                        participants: string[];
                        /** @description How many take part */
                        places: number;
                        quote: string | null;
                        room: string | null;
                        seats: number;
                        trainer: string | null;
                    };
                };
            }[];
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
        };
        CycleEffect: {
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            currency: string;
            /** @description Of the departments in it, by id */
            departmentNames: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            departments: {
                absent: number;
                cost: number;
                costPerPoint: number | null;
                department: string;
                hidden: boolean;
                measured: number | null;
                present: number;
                promised: number;
                seats: number;
            }[];
            offerings: {
                absent: number;
                cost: number;
                costPerPoint: number | null;
                course: string;
                fate: ("added" | "changed" | "cancelled") | null;
                /** @default [] */
                figures: {
                    after: number | null;
                    before: number;
                    name: string;
                    unit: string;
                }[];
                held: boolean | null;
                hidden: boolean;
                invited: number;
                learning: {
                    answers: number;
                    mean: number | null;
                    passed: number | null;
                };
                measured: number | null;
                offering: string;
                present: number;
                promised: number;
                reaction: {
                    answers: number;
                    mean: number | null;
                };
                seats: number;
                transfer: {
                    participants: {
                        answers: number;
                        mean: number | null;
                    };
                    supervisors: {
                        answers: number;
                        mean: number | null;
                    };
                };
            }[];
            /** @description What fewer people than that are behind is not shown */
            privacy: number;
            /** @description As the ledger has it, once the stage is over */
            recorded: {
                measured: number | null;
                offerings: number;
                promised: number;
            } | null;
            total: {
                absent: number;
                cost: number;
                costPerPoint: number | null;
                held: number;
                hidden: boolean;
                invited: number;
                learning: {
                    answers: number;
                    mean: number | null;
                    passed: number | null;
                };
                measured: number | null;
                offerings: number;
                present: number;
                promised: number;
                promisedOfMeasured: number;
                reaction: {
                    answers: number;
                    mean: number | null;
                };
                seats: number;
                transfer: {
                    participants: {
                        answers: number;
                        mean: number | null;
                    };
                    supervisors: {
                        answers: number;
                        mean: number | null;
                    };
                };
            };
        };
        CycleEffectInput: {
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            currency: string;
            /** @description Of the departments in it, by id */
            departmentNames: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            departments: {
                absent: number;
                cost: number;
                costPerPoint: number | null;
                department: string;
                hidden: boolean;
                measured: number | null;
                present: number;
                promised: number;
                seats: number;
            }[];
            offerings: {
                absent: number;
                cost: number;
                costPerPoint: number | null;
                course: string;
                fate: ("added" | "changed" | "cancelled") | null;
                /** @default [] */
                figures: {
                    after: number | null;
                    before: number;
                    name: string;
                    unit: string;
                }[];
                held: boolean | null;
                hidden: boolean;
                invited: number;
                learning: {
                    answers: number;
                    mean: number | null;
                    passed: number | null;
                };
                measured: number | null;
                offering: string;
                present: number;
                promised: number;
                reaction: {
                    answers: number;
                    mean: number | null;
                };
                seats: number;
                transfer: {
                    participants: {
                        answers: number;
                        mean: number | null;
                    };
                    supervisors: {
                        answers: number;
                        mean: number | null;
                    };
                };
            }[];
            /** @description What fewer people than that are behind is not shown */
            privacy: number;
            /** @description As the ledger has it, once the stage is over */
            recorded: {
                measured: number | null;
                offerings: number;
                promised: number;
            } | null;
            total: {
                absent: number;
                cost: number;
                costPerPoint: number | null;
                held: number;
                hidden: boolean;
                invited: number;
                learning: {
                    answers: number;
                    mean: number | null;
                    passed: number | null;
                };
                measured: number | null;
                offerings: number;
                present: number;
                promised: number;
                promisedOfMeasured: number;
                reaction: {
                    answers: number;
                    mean: number | null;
                };
                seats: number;
                transfer: {
                    participants: {
                        answers: number;
                        mean: number | null;
                    };
                    supervisors: {
                        answers: number;
                        mean: number | null;
                    };
                };
            };
        };
        CycleGaps: {
            /** @description Over the people in `employees` alone */
            departments: {
                department: string;
                element: string;
                employeesRated: number;
                employeesRequired: number;
                gapSum: number | null;
                meanGap: number | null;
                rank: number | null;
                weightedGapSum: number | null;
            }[];
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            employees: {
                importanceSum: number | null;
                largestGapElement: string | null;
                missingElements: number;
                person: string;
                ratedElements: number;
                weightedGapSum: number | null;
                weightedMeanGap: number | null;
            }[];
            gaps: {
                element: string;
                gap: number | null;
                importance: number;
                person: string;
                post: string;
                rated: number | null;
                required: number;
                /** @enum {string} */
                status: "rated" | "missing";
                weighted: number | null;
            }[];
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            /** @description The supervisor's rating beside the own one, where there are both */
            pairs: {
                difference: number;
                element: string;
                flagged: boolean;
                person: string;
                self: number;
                supervisor: number;
            }[];
        };
        CycleGapsInput: {
            /** @description Over the people in `employees` alone */
            departments: {
                department: string;
                element: string;
                employeesRated: number;
                employeesRequired: number;
                gapSum: number | null;
                meanGap: number | null;
                rank: number | null;
                weightedGapSum: number | null;
            }[];
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            employees: {
                importanceSum: number | null;
                largestGapElement: string | null;
                missingElements: number;
                person: string;
                ratedElements: number;
                weightedGapSum: number | null;
                weightedMeanGap: number | null;
            }[];
            gaps: {
                element: string;
                gap: number | null;
                importance: number;
                person: string;
                post: string;
                rated: number | null;
                required: number;
                /** @enum {string} */
                status: "rated" | "missing";
                weighted: number | null;
            }[];
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            /** @description The supervisor's rating beside the own one, where there are both */
            pairs: {
                difference: number;
                element: string;
                flagged: boolean;
                person: string;
                self: number;
                supervisor: number;
            }[];
        };
        CycleInput: {
            cancelled: boolean;
            closed: boolean;
            company: {
                en: string;
                "zh-CN": string;
            };
            currency: string;
            /** @description For operations and approvers all; for heads and speakers theirs */
            departments: {
                asked: string | null;
                department: string;
                /** @description null: no answer yet */
                mobilised: ("accepted" | "delegated" | "declined" | "silent") | null;
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
                /** @description Needs that stand or wait */
                needs: number;
                /** @description People by whether they are rated; missing was given up. null: nobody was asked */
                ratings: {
                    done: number;
                    missing: number;
                    open: number;
                } | null;
                /** @description A nil return says that nothing is needed; silence says nothing. null: not yet */
                returned: ("needs" | "nil" | "silent") | null;
                speaker: string | null;
                speakerName: string | null;
                /**
                 * @description Why that person was asked
                 * @enum {string}
                 */
                why: "head" | "away" | "left" | "nobody";
            }[];
            id: string;
            machinery: {
                approval: {
                    approvers: {
                        department: string | null;
                        insteadOf: string | null;
                        person: string;
                        why: ("away" | "own" | "left") | null;
                    }[];
                    missing: {
                        department: string | null;
                        person: string;
                    }[];
                    /** @enum {string} */
                    step: "heads" | "management" | "hr";
                    version: number;
                } | null;
                approvals: {
                    /** @enum {string} */
                    answer: "approved" | "conditions" | "returned" | "deemed" | "passed";
                    department: string | null;
                    person: string;
                    /** @enum {string} */
                    step: "heads" | "management" | "hr";
                    touches: string[];
                    version: number;
                }[];
                changesOpen: number;
                commitments: {
                    amount: number | null;
                    answer: ("given" | "partly" | "refused" | "silent") | null;
                    /** @description Who has answered, the leader or somebody in their place */
                    by: string | null;
                    id: string;
                    /** @enum {string} */
                    kind: "budget" | "time" | "venue" | "policy";
                    leader: string;
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                    withdrawn: boolean;
                }[];
                /** @description A plan is being compiled, or waits for it */
                compiling: boolean;
                conflict: {
                    limits: {
                        id: string;
                        /** @enum {string} */
                        kind: "budget" | "rooms" | "trainer" | "window" | "seats" | "calendar" | "must";
                        sentence: {
                            en: string;
                            "zh-CN": string;
                        };
                    }[];
                    sentence: {
                        en: string;
                        "zh-CN": string;
                    };
                } | null;
                merged: number;
                /** @description Needs by state */
                needs: {
                    [key: string]: number;
                };
                offerings: {
                    concluded: number;
                    started: number;
                };
                /** @description Development plans of people, by state */
                plans: {
                    [key: string]: number;
                };
                /** @description Elements of people; null: the gaps are not worked out yet */
                ratings: {
                    apart: number;
                    missing: number;
                    rated: number;
                } | null;
                /** @description Orders that were refused, to be given again or dropped */
                refusedOrders: components["schemas"]["RefusedOrderInput"][];
                rounds: {
                    concluded: boolean;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    id: string;
                    number: number;
                    purpose: string;
                }[];
                /** @description Merged needs by source */
                sources: {
                    [key: string]: number;
                };
                /** @description Why time does not act in it; null: it does */
                trouble: components["schemas"]["TroubleInput"] | null;
                /** @description Whom and what the cycle waits for */
                waiting: {
                    count: number;
                    /** @description The first 200 by id */
                    people: string[];
                    purpose: string | null;
                    round: string | null;
                    /** @description What operations have to do */
                    what: string | null;
                }[];
            } | null;
            mine: {
                /** @description Those the asker sees */
                departments: string[];
                roles: ("operations" | "auditor" | "head" | "speaker" | "leader" | "management" | "hr" | "approver" | "trainer" | "participant")[];
            };
            paused: boolean;
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /** @description Once approved for everybody, before for whoever has a part in it */
            plan: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                cost: number;
                /** @description People left out, counted once for each need */
                cut: number;
                digest: string;
                /** @description Weighted gap points promised */
                effect: number;
                frozen: boolean;
                offerings: number;
                places: number;
                version: number;
            } | null;
            previous: string | null;
            /** @description Departments by what they have returned */
            returns: {
                needs: number;
                nil: number;
                open: number;
                silent: number;
            };
            /** @enum {string} */
            stage: "mobilisation" | "ratings" | "talks" | "needs" | "summary" | "sourcing" | "compiling" | "commitments" | "approval" | "execution" | "effect" | "feedback" | "closed";
            timetable: {
                end: number | null;
                /** @description How often it has begun */
                runs: number;
                /** @enum {string} */
                stage: "mobilisation" | "ratings" | "talks" | "needs" | "summary" | "sourcing" | "compiling" | "commitments" | "approval" | "execution" | "effect" | "feedback" | "closed";
                start: number | null;
                /** @enum {string} */
                state: "done" | "current" | "ahead";
            }[];
            title: {
                en: string;
                "zh-CN": string;
            };
            toolkit: {
                /** @default null */
                file: string | null;
                id: string;
                /** @enum {string} */
                kind: "rating-scale" | "interview-guide" | "incident-list" | "priorities" | "document";
                /** @description Procedure time, milliseconds since 1970 */
                since: number;
                text: {
                    en: string;
                    "zh-CN": string;
                };
                title: {
                    en: string;
                    "zh-CN": string;
                };
                version: number;
            }[];
            /** @description When the stage ends, or should; null: time does not end it */
            until: number | null;
        };
        CycleList: {
            cycles: {
                cancelled: boolean;
                closed: boolean;
                /** @description The hash of the approved plan */
                digest: string | null;
                id: string;
                paused: boolean;
                period: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
                /** @enum {string} */
                stage: "mobilisation" | "ratings" | "talks" | "needs" | "summary" | "sourcing" | "compiling" | "commitments" | "approval" | "execution" | "effect" | "feedback" | "closed";
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        };
        CycleListInput: {
            cycles: {
                cancelled: boolean;
                closed: boolean;
                /** @description The hash of the approved plan */
                digest: string | null;
                id: string;
                paused: boolean;
                period: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
                /** @enum {string} */
                stage: "mobilisation" | "ratings" | "talks" | "needs" | "summary" | "sourcing" | "compiling" | "commitments" | "approval" | "execution" | "effect" | "feedback" | "closed";
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        };
        CycleMerged: {
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            merged: {
                course: string | null;
                /** @description Who asked */
                departments: string[];
                element: string | null;
                /** @description Made by hand */
                handwork: ("merged" | "split") | null;
                id: string;
                level: number | null;
                must: boolean;
                needs: string[];
                people: number;
                /** @description 1 to 9, of its most pressing need */
                priority: number;
                /** @description The most urgent of its needs */
                urgency: number;
                /**
                 * @description Why its needs are together
                 * @enum {string}
                 */
                why: "same-element" | "same-course" | "alone" | "by-hand";
            }[];
        };
        CycleMergedInput: {
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            merged: {
                course: string | null;
                /** @description Who asked */
                departments: string[];
                element: string | null;
                /** @description Made by hand */
                handwork: ("merged" | "split") | null;
                id: string;
                level: number | null;
                must: boolean;
                needs: string[];
                people: number;
                /** @description 1 to 9, of its most pressing need */
                priority: number;
                /** @description The most urgent of its needs */
                urgency: number;
                /**
                 * @description Why its needs are together
                 * @enum {string}
                 */
                why: "same-element" | "same-course" | "alone" | "by-hand";
            }[];
        };
        CycleNeeds: {
            departments: {
                department: string;
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
                /** @description Needs that stand or wait */
                needs: number;
                /** @description A nil return says that nothing is needed; silence says nothing. null: not yet */
                returned: ("needs" | "nil" | "silent") | null;
            }[];
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            needs: {
                /** @description null: the ratings found it */
                by: string | null;
                course: string | null;
                department: string;
                diagnosed: boolean;
                element: string | null;
                goal: string | null;
                level: number | null;
                merged: string | null;
                must: boolean;
                need: string;
                /** @enum {string} */
                origin: "gap" | "stated" | "carried";
                /** @description Where it ends by the approved plan; null before */
                outcome: ("planned" | "cut" | "sent-back" | "coached" | "withdrawn") | null;
                people: string[];
                /** @description The problem of the business behind it */
                problem: string | null;
                /** @description Why it was sent back */
                question: {
                    answered: boolean;
                    /** @enum {string} */
                    what: "which-problem" | "who";
                } | null;
                /** @description Its place in the head's order, 1 first */
                rank: number | null;
                /** @enum {string} */
                state: "proposed" | "stated" | "sent-back" | "confirmed" | "dropped" | "withdrawn";
                urgency: 1 | 2 | 3;
            }[];
        };
        CycleNeedsInput: {
            departments: {
                department: string;
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
                /** @description Needs that stand or wait */
                needs: number;
                /** @description A nil return says that nothing is needed; silence says nothing. null: not yet */
                returned: ("needs" | "nil" | "silent") | null;
            }[];
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            needs: {
                /** @description null: the ratings found it */
                by: string | null;
                course: string | null;
                department: string;
                diagnosed: boolean;
                element: string | null;
                goal: string | null;
                level: number | null;
                merged: string | null;
                must: boolean;
                need: string;
                /** @enum {string} */
                origin: "gap" | "stated" | "carried";
                /** @description Where it ends by the approved plan; null before */
                outcome: ("planned" | "cut" | "sent-back" | "coached" | "withdrawn") | null;
                people: string[];
                /** @description The problem of the business behind it */
                problem: string | null;
                /** @description Why it was sent back */
                question: {
                    answered: boolean;
                    /** @enum {string} */
                    what: "which-problem" | "who";
                } | null;
                /** @description Its place in the head's order, 1 first */
                rank: number | null;
                /** @enum {string} */
                state: "proposed" | "stated" | "sent-back" | "confirmed" | "dropped" | "withdrawn";
                urgency: 1 | 2 | 3;
            }[];
        };
        CyclePlan: {
            /** @description Procedure time, milliseconds since 1970 */
            at: number;
            /** @description Budget lines of the plan, by id */
            budgetLines: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            currency: string;
            /** @description SHA-256 of the whole plan's JSON with sorted keys and no spaces */
            digest: string;
            /** @description This version is the approved one */
            frozen: boolean;
            /** @description The plan as it is now: the version with the changes carried out since */
            lines: {
                cancelled: boolean;
                changes: {
                    by: string;
                    emergency: boolean;
                    id: string;
                    state: string;
                }[];
                planned: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                };
                /** @description The offering that was started from it */
                stream: string | null;
            }[];
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            /** @description What is left out, as people call it, by need */
            needs: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            plan: {
                bound: number;
                budget: {
                    limit: number;
                    line: string;
                    planned: number;
                }[];
                cuts: {
                    limit: {
                        /** @description null: it may be of somebody, or of money, that the asker does not see */
                        id: string | null;
                        /** @enum {string} */
                        kind: "budget" | "rooms" | "trainer" | "window" | "seats" | "calendar" | "must";
                    };
                    /** @description null: the asker sees some of the people only, and it is of all of them */
                    lost: number | null;
                    need: string;
                    people: string[];
                    /** @description null where the id of the limit is */
                    sentence: string | null;
                }[];
                effect: number;
                offerings: ({
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    participants: string[];
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                } | {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                })[];
                trainers: {
                    hours: number;
                    limit: number;
                    person: string;
                }[];
            };
            /** @description Provider of each quote */
            providers: {
                [key: string]: string;
            };
            rooms: {
                [key: string]: string;
            };
            version: number;
            versions: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                digest: string;
                version: number;
            }[];
            /** @description Nothing is left out of it: it hashes to the digest */
            whole: boolean;
        };
        CyclePlanInput: {
            /** @description Procedure time, milliseconds since 1970 */
            at: number;
            /** @description Budget lines of the plan, by id */
            budgetLines: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            currency: string;
            /** @description SHA-256 of the whole plan's JSON with sorted keys and no spaces */
            digest: string;
            /** @description This version is the approved one */
            frozen: boolean;
            /** @description The plan as it is now: the version with the changes carried out since */
            lines: {
                cancelled: boolean;
                changes: {
                    by: string;
                    emergency: boolean;
                    id: string;
                    state: string;
                }[];
                planned: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                };
                /** @description The offering that was started from it */
                stream: string | null;
            }[];
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            /** @description What is left out, as people call it, by need */
            needs: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            plan: {
                bound: number;
                budget: {
                    limit: number;
                    line: string;
                    planned: number;
                }[];
                cuts: {
                    limit: {
                        /** @description null: it may be of somebody, or of money, that the asker does not see */
                        id: string | null;
                        /** @enum {string} */
                        kind: "budget" | "rooms" | "trainer" | "window" | "seats" | "calendar" | "must";
                    };
                    /** @description null: the asker sees some of the people only, and it is of all of them */
                    lost: number | null;
                    need: string;
                    people: string[];
                    /** @description null where the id of the limit is */
                    sentence: string | null;
                }[];
                effect: number;
                offerings: ({
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    participants: string[];
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                } | {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                })[];
                trainers: {
                    hours: number;
                    limit: number;
                    person: string;
                }[];
            };
            /** @description Provider of each quote */
            providers: {
                [key: string]: string;
            };
            rooms: {
                [key: string]: string;
            };
            version: number;
            versions: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                digest: string;
                version: number;
            }[];
            /** @description Nothing is left out of it: it hashes to the digest */
            whole: boolean;
        };
        CycleProposals: {
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            proposals: {
                course: string | null;
                department: string | null;
                element: string | null;
                evidence: {
                    [key: string]: number | string | string[] | null;
                };
                id: string;
                kept: boolean;
                /** @enum {string} */
                kind: "need-unmet" | "gap-open" | "drop-course" | "train-trainer" | "repeat-course";
                level: number | null;
                people: string[];
                trainer: string | null;
            }[];
        };
        CycleProposalsInput: {
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            proposals: {
                course: string | null;
                department: string | null;
                element: string | null;
                evidence: {
                    [key: string]: number | string | string[] | null;
                };
                id: string;
                kept: boolean;
                /** @enum {string} */
                kind: "need-unmet" | "gap-open" | "drop-course" | "train-trainer" | "repeat-course";
                level: number | null;
                people: string[];
                trainer: string | null;
            }[];
        };
        CycleResources: {
            currency: string;
            /** @description Money in the smallest unit of the currency */
            lines: {
                /** @description null: nobody was asked */
                committed: number | null;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                limit: number;
                line: string;
                planned: number;
                used: number;
            }[];
            /** @description In days */
            rooms: {
                committed: boolean | null;
                name: string;
                planned: number;
                room: string;
                used: number;
            }[];
            /** @description Hours of people's time */
            time: {
                asked: number;
                committed: number;
                planned: number;
                used: number;
            };
            /** @description In hours of teaching */
            trainers: {
                limit: number;
                name: string | null;
                person: string;
                planned: number;
                used: number;
            }[];
        };
        CycleResourcesInput: {
            currency: string;
            /** @description Money in the smallest unit of the currency */
            lines: {
                /** @description null: nobody was asked */
                committed: number | null;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                limit: number;
                line: string;
                planned: number;
                used: number;
            }[];
            /** @description In days */
            rooms: {
                committed: boolean | null;
                name: string;
                planned: number;
                room: string;
                used: number;
            }[];
            /** @description Hours of people's time */
            time: {
                asked: number;
                committed: number;
                planned: number;
                used: number;
            };
            /** @description In hours of teaching */
            trainers: {
                limit: number;
                name: string | null;
                person: string;
                planned: number;
                used: number;
            }[];
        };
        CycleSourcing: {
            quotes: {
                course: string;
                id: string;
                maxSeats: number;
                provider: string;
                /** @default null */
                rating: number | null;
                runCost: number;
                /** @default 0 */
                seatCost: number;
                /** Format: date */
                validUntil: string;
            }[];
            sourcing: {
                cost: number | null;
                course: string | null;
                merged: string;
                passed: {
                    /** @enum {string} */
                    reason: "trainer-qualified" | "cheapest-quote" | "few-people" | "nothing-else" | "no-course" | "no-trainer" | "no-quote" | "over-ceiling" | "trainers-full" | "by-hand";
                    /** @enum {string} */
                    source: "internal" | "outside" | "coaching";
                }[];
                quote: string | null;
                quotes: string[];
                /** @enum {string} */
                reason: "trainer-qualified" | "cheapest-quote" | "few-people" | "nothing-else" | "no-course" | "no-trainer" | "no-quote" | "over-ceiling" | "trainers-full" | "by-hand";
                /** @enum {string} */
                source: "internal" | "outside" | "coaching" | "none";
                trainers: string[];
                /** @description The choice and what was passed over, a sentence each */
                why: {
                    en: string;
                    "zh-CN": string;
                }[];
            }[];
            trainers: {
                courses: string[];
                /** @description That they may teach in the cycle */
                hours: number;
                name: string | null;
                person: string;
                topics: string[];
                /** @description The last day of the appointment; null: named by operations */
                until: string | null;
            }[];
        };
        CycleSourcingInput: {
            quotes: {
                course: string;
                id: string;
                maxSeats: number;
                provider: string;
                /** @default null */
                rating: number | null;
                runCost: number;
                /** @default 0 */
                seatCost: number;
                /** Format: date */
                validUntil: string;
            }[];
            sourcing: {
                cost: number | null;
                course: string | null;
                merged: string;
                passed: {
                    /** @enum {string} */
                    reason: "trainer-qualified" | "cheapest-quote" | "few-people" | "nothing-else" | "no-course" | "no-trainer" | "no-quote" | "over-ceiling" | "trainers-full" | "by-hand";
                    /** @enum {string} */
                    source: "internal" | "outside" | "coaching";
                }[];
                quote: string | null;
                quotes: string[];
                /** @enum {string} */
                reason: "trainer-qualified" | "cheapest-quote" | "few-people" | "nothing-else" | "no-course" | "no-trainer" | "no-quote" | "over-ceiling" | "trainers-full" | "by-hand";
                /** @enum {string} */
                source: "internal" | "outside" | "coaching" | "none";
                trainers: string[];
                /** @description The choice and what was passed over, a sentence each */
                why: {
                    en: string;
                    "zh-CN": string;
                }[];
            }[];
            trainers: {
                courses: string[];
                /** @description That they may teach in the cycle */
                hours: number;
                name: string | null;
                person: string;
                topics: string[];
                /** @description The last day of the appointment; null: named by operations */
                until: string | null;
            }[];
        };
        Desk: {
            /** @description The latest first; at most 20 */
            answered: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                /** @description Until when the answer may be taken back; sooner where the round settles with the last answer before. null: it stands */
                changeableUntil: number | null;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                of: {
                    en: string;
                    "zh-CN": string;
                } | null;
                purpose: string;
                round: string;
                task: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            away: {
                /** @description Who stands in, as they have said themselves; null: nobody in particular */
                deputy: {
                    id: string;
                    name: string | null;
                } | null;
                /** @description The last day, YYYY-MM-DD */
                until: string;
            } | null;
            /** @description Courses of theirs and stages of their procedures, by when they begin; at most 10 */
            coming: ({
                /** @enum {string} */
                as: "participant" | "trainer";
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                /** @description Of the app */
                path: string;
                place: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @constant */
                what: "course";
            } | {
                /** @description When it begins, as it is planned now */
                at: number;
                kind: string;
                /** @description Of the app */
                path: string;
                stage: string;
                /** @description Of the procedure */
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @constant */
                what: "stage";
            })[];
            /** @description By due instant */
            groups: {
                done: number;
                drafted: number;
                /** @description The earliest of what is open */
                due: number;
                /** @description The round stands still */
                held: boolean;
                late: boolean;
                may: ("submit" | "delegate" | "recuse" | "decline" | "takeBack")[];
                /** @description About how long one answer takes */
                minutes: number;
                /** @description The task to go on with: what was drafted last, or else what is due first */
                next: string;
                /** @description The procedure that the round belongs to */
                of: {
                    en: string;
                    "zh-CN": string;
                } | null;
                purpose: string;
                round: string;
                tasks: {
                    /** @description What it is about, such as the number of an application */
                    about: string | null;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    /** @description The same for people: a name, a number, a department */
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    late: boolean;
                    /** @description When its draft was last saved, by the clock on the wall; null: none is */
                    savedAt: number | null;
                    /** @enum {string} */
                    state: "open" | "drafted" | "submitted";
                    task: string;
                }[];
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description Open and answered tasks together */
                total: number;
                why: components["schemas"]["Why"];
            }[];
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
        };
        DeskInput: {
            /** @description The latest first; at most 20 */
            answered: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                /** @description Until when the answer may be taken back; sooner where the round settles with the last answer before. null: it stands */
                changeableUntil: number | null;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                of: {
                    en: string;
                    "zh-CN": string;
                } | null;
                purpose: string;
                round: string;
                task: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            away: {
                /** @description Who stands in, as they have said themselves; null: nobody in particular */
                deputy: {
                    id: string;
                    name: string | null;
                } | null;
                /** @description The last day, YYYY-MM-DD */
                until: string;
            } | null;
            /** @description Courses of theirs and stages of their procedures, by when they begin; at most 10 */
            coming: ({
                /** @enum {string} */
                as: "participant" | "trainer";
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                /** @description Of the app */
                path: string;
                place: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @constant */
                what: "course";
            } | {
                /** @description When it begins, as it is planned now */
                at: number;
                kind: string;
                /** @description Of the app */
                path: string;
                stage: string;
                /** @description Of the procedure */
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @constant */
                what: "stage";
            })[];
            /** @description By due instant */
            groups: {
                done: number;
                drafted: number;
                /** @description The earliest of what is open */
                due: number;
                /** @description The round stands still */
                held: boolean;
                late: boolean;
                may: ("submit" | "delegate" | "recuse" | "decline" | "takeBack")[];
                /** @description About how long one answer takes */
                minutes: number;
                /** @description The task to go on with: what was drafted last, or else what is due first */
                next: string;
                /** @description The procedure that the round belongs to */
                of: {
                    en: string;
                    "zh-CN": string;
                } | null;
                purpose: string;
                round: string;
                tasks: {
                    /** @description What it is about, such as the number of an application */
                    about: string | null;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    /** @description The same for people: a name, a number, a department */
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    late: boolean;
                    /** @description When its draft was last saved, by the clock on the wall; null: none is */
                    savedAt: number | null;
                    /** @enum {string} */
                    state: "open" | "drafted" | "submitted";
                    task: string;
                }[];
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description Open and answered tasks together */
                total: number;
                why: components["schemas"]["WhyInput"];
            }[];
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
        };
        Development: {
            before: {
                gapFrom: number;
                id: string;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            } | null;
            cells: {
                /** @description The two are so far apart that it is worth a talk */
                apart: boolean;
                /** @description The same in the cycle before, where there was one */
                before: {
                    gap: number | null;
                    rated: number | null;
                    required: number;
                } | null;
                element: string;
                /** @description What was made of the gap: planned, cancelled, left-out, coached, no-source, sent-back, dropped, withdrawn, proposed, asked, too-small, not-asked; null: there is none that is known */
                fate: components["schemas"]["Fact"] | null;
                gap: number | null;
                /** @description What the development plan says of it */
                goal: {
                    /** @enum {string} */
                    means: "course" | "coaching" | "project" | "self-study";
                    /** Format: date */
                    until: string;
                } | null;
                importance: number;
                /** @description By themselves, shown beside the rating; null: not rated by both */
                own: number | null;
                person: string;
                /** @description By the supervisor; null: not rated */
                rated: number | null;
                required: number;
                /** @description Gap times importance */
                weighted: number | null;
            }[];
            /** @description By their first day */
            courses: {
                benefit: {
                    en: string;
                    "zh-CN": string;
                };
                coaching: ("asked" | "done" | "not-done") | null;
                days: string[];
                goal: {
                    en: string;
                    "zh-CN": string;
                };
                offering: string;
                present: boolean | null;
                /** @description Elements of the post that it raises */
                raises: string[];
                /** @description What the supervisor hopes for, as it was said before the course */
                said: {
                    at: number | null;
                    by: string;
                    clarified: boolean;
                    goal: string | null;
                } | null;
                score: number | null;
                /** @description null: nobody was asked yet, or it is not for the asker */
                seat: ("planned" | "waiting" | "asked" | "accepted" | "declined" | "silent" | "given-up") | null;
                stream: string | null;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description It is the asker who is to say it, and has not yet */
                toSay: {
                    drafted: boolean;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    late: boolean;
                    round: string;
                    task: string;
                } | null;
                trainer: string | null;
                transfer: {
                    own: number | null;
                    supervisor: number | null;
                }[];
                /**
                 * @description After: it is known who was there, or it is over
                 * @enum {string}
                 */
                when: "before" | "after";
            }[];
            cycle: {
                gapFrom: number;
                id: string;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            } | null;
            department: {
                id: string;
                name: {
                    en: string;
                    "zh-CN": string;
                };
            };
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Why there are no cells; null: there are, or no cycle is about the person */
            hidden: components["schemas"]["Fact"] | null;
            meanGap: number | null;
            name: string | null;
            names: {
                [key: string]: string;
            };
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
            person: string;
            /** @description The latest first */
            plans: {
                cycle: {
                    gapFrom: number;
                    id: string;
                    stage: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                /** @description The day of the talk */
                held: string | null;
                /** @description Newest first */
                history: {
                    /** @description Procedure time, milliseconds since 1970 */
                    at: number;
                    by: string;
                    code: string;
                    /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
                    facts: {
                        [key: string]: string | number | boolean | null | string[];
                    };
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                items: {
                    /** @description null: another subject */
                    element: string | null;
                    /** @description What will be different; null: nothing was said, or it was erased */
                    goal: string | null;
                    means: components["schemas"]["Fact"];
                    /** Format: date */
                    until: string;
                }[];
                /** @description For the two, operations and auditors */
                remarks: string | null;
                signatures: {
                    /**
                     * @description A supervisor signs by handing in the record of the talk
                     * @enum {string}
                     */
                    answer: "signed" | "disputed" | "unsigned" | "open";
                    /** @enum {string} */
                    as: "supervisor" | "employee";
                    at: number | null;
                    /** @description For the two, operations and auditors */
                    comment: string | null;
                    person: string;
                }[];
                /** @enum {string} */
                state: "proposed" | "signed" | "disputed" | "unsigned";
            }[];
            post: {
                code: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            };
            supervisor: string | null;
        };
        DevelopmentInput: {
            before: {
                gapFrom: number;
                id: string;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            } | null;
            cells: {
                /** @description The two are so far apart that it is worth a talk */
                apart: boolean;
                /** @description The same in the cycle before, where there was one */
                before: {
                    gap: number | null;
                    rated: number | null;
                    required: number;
                } | null;
                element: string;
                /** @description What was made of the gap: planned, cancelled, left-out, coached, no-source, sent-back, dropped, withdrawn, proposed, asked, too-small, not-asked; null: there is none that is known */
                fate: components["schemas"]["FactInput"] | null;
                gap: number | null;
                /** @description What the development plan says of it */
                goal: {
                    /** @enum {string} */
                    means: "course" | "coaching" | "project" | "self-study";
                    /** Format: date */
                    until: string;
                } | null;
                importance: number;
                /** @description By themselves, shown beside the rating; null: not rated by both */
                own: number | null;
                person: string;
                /** @description By the supervisor; null: not rated */
                rated: number | null;
                required: number;
                /** @description Gap times importance */
                weighted: number | null;
            }[];
            /** @description By their first day */
            courses: {
                benefit: {
                    en: string;
                    "zh-CN": string;
                };
                coaching: ("asked" | "done" | "not-done") | null;
                days: string[];
                goal: {
                    en: string;
                    "zh-CN": string;
                };
                offering: string;
                present: boolean | null;
                /** @description Elements of the post that it raises */
                raises: string[];
                /** @description What the supervisor hopes for, as it was said before the course */
                said: {
                    at: number | null;
                    by: string;
                    clarified: boolean;
                    goal: string | null;
                } | null;
                score: number | null;
                /** @description null: nobody was asked yet, or it is not for the asker */
                seat: ("planned" | "waiting" | "asked" | "accepted" | "declined" | "silent" | "given-up") | null;
                stream: string | null;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description It is the asker who is to say it, and has not yet */
                toSay: {
                    drafted: boolean;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    late: boolean;
                    round: string;
                    task: string;
                } | null;
                trainer: string | null;
                transfer: {
                    own: number | null;
                    supervisor: number | null;
                }[];
                /**
                 * @description After: it is known who was there, or it is over
                 * @enum {string}
                 */
                when: "before" | "after";
            }[];
            cycle: {
                gapFrom: number;
                id: string;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            } | null;
            department: {
                id: string;
                name: {
                    en: string;
                    "zh-CN": string;
                };
            };
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Why there are no cells; null: there are, or no cycle is about the person */
            hidden: components["schemas"]["FactInput"] | null;
            meanGap: number | null;
            name: string | null;
            names: {
                [key: string]: string;
            };
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
            person: string;
            /** @description The latest first */
            plans: {
                cycle: {
                    gapFrom: number;
                    id: string;
                    stage: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                /** @description The day of the talk */
                held: string | null;
                /** @description Newest first */
                history: {
                    /** @description Procedure time, milliseconds since 1970 */
                    at: number;
                    by: string;
                    code: string;
                    /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
                    facts: {
                        [key: string]: string | number | boolean | null | string[];
                    };
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                items: {
                    /** @description null: another subject */
                    element: string | null;
                    /** @description What will be different; null: nothing was said, or it was erased */
                    goal: string | null;
                    means: components["schemas"]["FactInput"];
                    /** Format: date */
                    until: string;
                }[];
                /** @description For the two, operations and auditors */
                remarks: string | null;
                signatures: {
                    /**
                     * @description A supervisor signs by handing in the record of the talk
                     * @enum {string}
                     */
                    answer: "signed" | "disputed" | "unsigned" | "open";
                    /** @enum {string} */
                    as: "supervisor" | "employee";
                    at: number | null;
                    /** @description For the two, operations and auditors */
                    comment: string | null;
                    person: string;
                }[];
                /** @enum {string} */
                state: "proposed" | "signed" | "disputed" | "unsigned";
            }[];
            post: {
                code: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            };
            supervisor: string | null;
        };
        Directory: {
            people: {
                department: string;
                departmentName: string | null;
                departmentNameZh: string | null;
                id: string;
                name: string | null;
            }[];
        };
        DirectoryInput: {
            people: {
                department: string;
                departmentName: string | null;
                departmentNameZh: string | null;
                id: string;
                name: string | null;
            }[];
        };
        DraftOutcomes: {
            outcomes: {
                /** @description null: it was done */
                problem: components["schemas"]["Problem"] | null;
                /** @description That stands now; 0 where none is known */
                revision: number;
                task: string;
            }[];
        };
        DraftOutcomesInput: {
            outcomes: {
                /** @description null: it was done */
                problem: components["schemas"]["ProblemInput"] | null;
                /** @description That stands now; 0 where none is known */
                revision: number;
                task: string;
            }[];
        };
        DraftSaved: {
            revision: number;
        };
        DraftSavedInput: {
            revision: number;
        };
        Explanation: {
            against: string | null;
            application: string;
            /** @description Criteria, reviews and the comparison as figures */
            facts: unknown;
            of: number;
            rank: number;
            score: number;
            sentences: string[];
        };
        ExplanationInput: {
            against: string | null;
            application: string;
            /** @description Criteria, reviews and the comparison as figures */
            facts: unknown;
            of: number;
            rank: number;
            score: number;
            sentences: string[];
        };
        Fact: {
            code: string;
            /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
            facts: {
                [key: string]: string | number | boolean | null | string[];
            };
            text: {
                en: string;
                "zh-CN": string;
            };
        };
        FactInput: {
            code: string;
            /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
            facts: {
                [key: string]: string | number | boolean | null | string[];
            };
            text: {
                en: string;
                "zh-CN": string;
            };
        };
        FeedStanding: {
            /** @description Real time; null: there is none */
            madeAt: number | null;
        };
        FeedStandingInput: {
            /** @description Real time; null: there is none */
            madeAt: number | null;
        };
        Find: {
            /** @description Found by their number, such as A-7K3Q */
            applications: {
                application: string;
                of: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description Its page in the app; null: it has none that the asker may open */
                path: string | null;
                selection: string;
            }[];
            /** @description For operations and auditors all, for others those they teach or are on the list of */
            courses: {
                from: string;
                id: string;
                offering: string;
                /** @description Its page in the app; null: it has none that the asker may open */
                path: string | null;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                to: string;
            }[];
            /** @description Kinds of which there is more than is shown; say more of what is looked for */
            more: ("people" | "procedures" | "courses" | "applications")[];
            people: {
                department: string;
                departmentName: string | null;
                departmentNameZh: string | null;
                id: string;
                name: string | null;
                /** @description Its page in the app; null: it has none that the asker may open */
                path: string | null;
            }[];
            procedures: {
                closed: boolean;
                id: string;
                kind: string;
                /** @description Its page in the app; null: it has none that the asker may open */
                path: string | null;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        };
        FindInput: {
            /** @description Found by their number, such as A-7K3Q */
            applications: {
                application: string;
                of: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description Its page in the app; null: it has none that the asker may open */
                path: string | null;
                selection: string;
            }[];
            /** @description For operations and auditors all, for others those they teach or are on the list of */
            courses: {
                from: string;
                id: string;
                offering: string;
                /** @description Its page in the app; null: it has none that the asker may open */
                path: string | null;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                to: string;
            }[];
            /** @description Kinds of which there is more than is shown; say more of what is looked for */
            more: ("people" | "procedures" | "courses" | "applications")[];
            people: {
                department: string;
                departmentName: string | null;
                departmentNameZh: string | null;
                id: string;
                name: string | null;
                /** @description Its page in the app; null: it has none that the asker may open */
                path: string | null;
            }[];
            procedures: {
                closed: boolean;
                id: string;
                kind: string;
                /** @description Its page in the app; null: it has none that the asker may open */
                path: string | null;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        };
        GivenToken: {
            areas: string[] | null;
            id: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            madeAt: number;
            name: string;
            person: string;
            /** @enum {string} */
            scope: "read" | "act";
            /** @description When it was in use last, to the minute; null: never */
            seenAt: number | null;
            /** @description Shown this once; only its digest is kept */
            token: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            until: number;
        };
        GivenTokenInput: {
            areas: string[] | null;
            id: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            madeAt: number;
            name: string;
            person: string;
            /** @enum {string} */
            scope: "read" | "act";
            /** @description When it was in use last, to the minute; null: never */
            seenAt: number | null;
            /** @description Shown this once; only its digest is kept */
            token: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            until: number;
        };
        History: {
            /** @description Departments, elements, courses, rooms and needs by id */
            called: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description What its amounts and costs are counted in, in the smallest unit; null: it counts no money */
            currency: string | null;
            /** @description Newest first */
            lines: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                /** @description Who has done it; null: nobody, or it is not for the asker to know */
                by: string | null;
                code: string;
                /** @description The command that it follows from; for operations and auditors */
                command: string | null;
                /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
                facts: {
                    [key: string]: string | number | boolean | null | string[];
                };
                /** @description The chain's link, SHA-256 in hexadecimal, for operations and auditors; null for others, who could try by it what is hidden */
                hash: string | null;
                /** @description Rostrum itself has done it, so that it can be folded away */
                machine: boolean;
                text: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description Its number in the stream; for operations and auditors, null for others */
                version: number | null;
                why: {
                    about: string | null;
                    /** @description Why Rostrum itself did it */
                    code: string | null;
                    /** @description In the words of whoever gave it; null: not for the asker, or erased */
                    text: string | null;
                } | null;
            }[];
            /** @description People by id */
            names: {
                [key: string]: string;
            };
            /** @description Give it as `before` to go on; null: there is no more */
            next: string | null;
            stream: string;
            /** @description What the process is called */
            title: {
                en: string;
                "zh-CN": string;
            } | null;
        };
        HistoryInput: {
            /** @description Departments, elements, courses, rooms and needs by id */
            called: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description What its amounts and costs are counted in, in the smallest unit; null: it counts no money */
            currency: string | null;
            /** @description Newest first */
            lines: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                /** @description Who has done it; null: nobody, or it is not for the asker to know */
                by: string | null;
                code: string;
                /** @description The command that it follows from; for operations and auditors */
                command: string | null;
                /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
                facts: {
                    [key: string]: string | number | boolean | null | string[];
                };
                /** @description The chain's link, SHA-256 in hexadecimal, for operations and auditors; null for others, who could try by it what is hidden */
                hash: string | null;
                /** @description Rostrum itself has done it, so that it can be folded away */
                machine: boolean;
                text: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description Its number in the stream; for operations and auditors, null for others */
                version: number | null;
                why: {
                    about: string | null;
                    /** @description Why Rostrum itself did it */
                    code: string | null;
                    /** @description In the words of whoever gave it; null: not for the asker, or erased */
                    text: string | null;
                } | null;
            }[];
            /** @description People by id */
            names: {
                [key: string]: string;
            };
            /** @description Give it as `before` to go on; null: there is no more */
            next: string | null;
            stream: string;
            /** @description What the process is called */
            title: {
                en: string;
                "zh-CN": string;
            } | null;
        };
        ImportCheck: {
            /** @description Those whose days change; an absence that the import does not give is gone only if it is complete */
            absences: {
                added: {
                    from: string;
                    to: string;
                }[];
                gone: {
                    from: string;
                    to: string;
                }[];
                person: string;
            }[];
            /** @description Elements whose levels are explained */
            anchors: {
                added: string[];
                changed: string[];
                unchanged: number;
            };
            calendars: {
                added: string[];
                changed: {
                    calendar: string;
                    /** @description Days */
                    gone: string[];
                    /** @description Days */
                    set: string[];
                    weekend: boolean;
                }[];
                unchanged: number;
            };
            departments: {
                added: string[];
                changed: string[];
                unchanged: number;
            };
            /** @description Why it cannot be taken, a sentence each; empty when it can */
            faults: string[];
            people: {
                /** @description Who had left */
                back: string[];
                changed: {
                    fields: string[];
                    person: string;
                }[];
                /** @description Whom nobody knows yet */
                joined: string[];
                unchanged: number;
                /** @description Who works here and is not listed; they stay */
                unlisted: string[];
            };
            posts: {
                added: string[];
                changed: string[];
                unchanged: number;
            };
        };
        ImportCheckInput: {
            /** @description Those whose days change; an absence that the import does not give is gone only if it is complete */
            absences: {
                added: {
                    from: string;
                    to: string;
                }[];
                gone: {
                    from: string;
                    to: string;
                }[];
                person: string;
            }[];
            /** @description Elements whose levels are explained */
            anchors: {
                added: string[];
                changed: string[];
                unchanged: number;
            };
            calendars: {
                added: string[];
                changed: {
                    calendar: string;
                    /** @description Days */
                    gone: string[];
                    /** @description Days */
                    set: string[];
                    weekend: boolean;
                }[];
                unchanged: number;
            };
            departments: {
                added: string[];
                changed: string[];
                unchanged: number;
            };
            /** @description Why it cannot be taken, a sentence each; empty when it can */
            faults: string[];
            people: {
                /** @description Who had left */
                back: string[];
                changed: {
                    fields: string[];
                    person: string;
                }[];
                /** @description Whom nobody knows yet */
                joined: string[];
                unchanged: number;
                /** @description Who works here and is not listed; they stay */
                unlisted: string[];
            };
            posts: {
                added: string[];
                changed: string[];
                unchanged: number;
            };
        };
        Imported: {
            /** @description false: it was only checked */
            imported: boolean;
            rows: number;
        };
        ImportedInput: {
            /** @description false: it was only checked */
            imported: boolean;
            rows: number;
        };
        Inbox: {
            now: number;
            tasks: {
                /** @description What the task is about, such as the number of an application */
                about: string | null;
                drafted: boolean;
                /** @description 0 when nothing is saved */
                draftRevision: number;
                /** @description Procedure time, milliseconds since 1970 */
                due: number;
                late: boolean;
                /** @description About how long one answer takes */
                minutes: number;
                /** @description The procedure that the round belongs to */
                of: {
                    en: string;
                    "zh-CN": string;
                } | null;
                /** @description What kind of answer is asked for, such as review or agreements */
                purpose: string;
                round: string;
                task: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        };
        InboxInput: {
            now: number;
            tasks: {
                /** @description What the task is about, such as the number of an application */
                about: string | null;
                drafted: boolean;
                /** @description 0 when nothing is saved */
                draftRevision: number;
                /** @description Procedure time, milliseconds since 1970 */
                due: number;
                late: boolean;
                /** @description About how long one answer takes */
                minutes: number;
                /** @description The procedure that the round belongs to */
                of: {
                    en: string;
                    "zh-CN": string;
                } | null;
                /** @description What kind of answer is asked for, such as review or agreements */
                purpose: string;
                round: string;
                task: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        };
        LedgerPage: {
            entries: {
                actor: string;
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                body: unknown;
                command: string | null;
                /** @description The chain's link, SHA-256 in hexadecimal */
                hash: string;
                type: string;
                version: number;
            }[];
            next: number | null;
            stream: string;
        };
        LedgerPageInput: {
            entries: {
                actor: string;
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                body: unknown;
                command: string | null;
                /** @description The chain's link, SHA-256 in hexadecimal */
                hash: string;
                type: string;
                version: number;
            }[];
            next: number | null;
            stream: string;
        };
        LinkAsked: {
            /** @description For so long it is good, if one was sent */
            minutes: number;
        };
        LinkAskedInput: {
            /** @description For so long it is good, if one was sent */
            minutes: number;
        };
        LinkView: {
            /** @description To which it was sent, all but its beginning and its host hidden */
            address: string | null;
            /** @description Whether whoever asks is signed in, by their cookie, as the one whose it is */
            isAsker: boolean;
            leadsTo: {
                /** @description Procedure time, milliseconds since 1970 */
                due: number | null;
                /** @description The procedure that it belongs to */
                of: {
                    en: string;
                    "zh-CN": string;
                } | null;
                path: string;
                /** @description null: to nothing that has a name */
                title: {
                    en: string;
                    "zh-CN": string;
                } | null;
            } | null;
            /** @description Whose it is */
            name: string | null;
            sentAt: number | null;
            /**
             * @description void: withdrawn, of somebody who has left, or none of ours; then nothing else is told
             * @enum {string}
             */
            state: "good" | "used" | "expired" | "void";
            until: number | null;
            usedAt: number | null;
            usedOn: {
                browser: string | null;
                system: string | null;
            } | null;
        };
        LinkViewInput: {
            /** @description To which it was sent, all but its beginning and its host hidden */
            address: string | null;
            /** @description Whether whoever asks is signed in, by their cookie, as the one whose it is */
            isAsker: boolean;
            leadsTo: {
                /** @description Procedure time, milliseconds since 1970 */
                due: number | null;
                /** @description The procedure that it belongs to */
                of: {
                    en: string;
                    "zh-CN": string;
                } | null;
                path: string;
                /** @description null: to nothing that has a name */
                title: {
                    en: string;
                    "zh-CN": string;
                } | null;
            } | null;
            /** @description Whose it is */
            name: string | null;
            sentAt: number | null;
            /**
             * @description void: withdrawn, of somebody who has left, or none of ours; then nothing else is told
             * @enum {string}
             */
            state: "good" | "used" | "expired" | "void";
            until: number | null;
            usedAt: number | null;
            usedOn: {
                browser: string | null;
                system: string | null;
            } | null;
        };
        Matter: {
            measures: {
                /** @description Procedure time, milliseconds since 1970 */
                publishedAt: number;
                texts: {
                    duties: {
                        en: string;
                        "zh-CN": string;
                    };
                    incentives: {
                        en: string;
                        "zh-CN": string;
                    };
                    term: {
                        en: string;
                        "zh-CN": string;
                    };
                    useOfResults: {
                        en: string;
                        "zh-CN": string;
                    };
                    workloadProtection: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                version: number;
            } | null;
            /** @constant */
            purpose: "acknowledgement";
        } | {
            closes: number | null;
            measures: {
                /** @description Procedure time, milliseconds since 1970 */
                publishedAt: number;
                texts: {
                    duties: {
                        en: string;
                        "zh-CN": string;
                    };
                    incentives: {
                        en: string;
                        "zh-CN": string;
                    };
                    term: {
                        en: string;
                        "zh-CN": string;
                    };
                    useOfResults: {
                        en: string;
                        "zh-CN": string;
                    };
                    workloadProtection: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                version: number;
            } | null;
            /** @description When people may apply */
            opens: number | null;
            /** @constant */
            purpose: "endorsement";
            seats: number;
            termMonths: number;
        } | {
            by: {
                id: string;
                name: string | null;
            } | null;
            /** @description When the call closes */
            closes: number | null;
            measures: {
                /** @description Procedure time, milliseconds since 1970 */
                publishedAt: number;
                texts: {
                    duties: {
                        en: string;
                        "zh-CN": string;
                    };
                    incentives: {
                        en: string;
                        "zh-CN": string;
                    };
                    term: {
                        en: string;
                        "zh-CN": string;
                    };
                    useOfResults: {
                        en: string;
                        "zh-CN": string;
                    };
                    workloadProtection: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                version: number;
            } | null;
            /** @constant */
            purpose: "nomination";
            reason: string | null;
        } | {
            /** @description Without its author when the review is blind; null: the asker may not see it any more */
            application: components["schemas"]["Application"] | null;
            /** @constant */
            purpose: "agreement";
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            /** @description Without its author when the review is blind; null: the asker may not see it any more */
            application: components["schemas"]["Application"] | null;
            /** @constant */
            purpose: "screening";
            reasons: string[];
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            applications: {
                code: string;
                department: string | null;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                } | null;
                hoursPerMonth: number;
                late: boolean | null;
                name: string | null;
                person: string | null;
                progress: {
                    /** @enum {string} */
                    agreement: "asked" | "agreed" | "deemed" | "refused" | "silent" | "unneeded";
                    appointment: {
                        document: string | null;
                        from: string;
                        until: string;
                    } | null;
                    objection: ("open" | "upheld" | "dismissed") | null;
                    offer: ("open" | "accepted" | "declined") | null;
                    result: {
                        criteria: {
                            criterion: string;
                            median: number | null;
                            minimum: number | null;
                            score: number | null;
                        }[];
                        gaps: string[];
                        rank: number | null;
                        score: number | null;
                        /** @enum {string} */
                        standing: "candidate" | "reserve" | "not-selected" | "unranked" | "ineligible";
                        strengths: string[];
                    } | null;
                    screening: {
                        eligible: boolean;
                        reasons: string[];
                    } | null;
                } | null;
                /** @enum {string} */
                sight: "operations" | "auditor" | "applicant" | "panel" | "manager" | "screener" | "handler" | "asked" | "reviewer";
                /** @description null: a blind reviewer asks */
                submittedAt: number | null;
                topics: string[];
                withdrawn: boolean;
            }[];
            /** @constant */
            purpose: "conflict";
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            /** @description Without its author when the review is blind; null: the asker may not see it any more */
            application: components["schemas"]["Application"] | null;
            /** @description Name, department and dates are hidden */
            blind: boolean;
            /** @constant */
            purpose: "review";
            /** @description The criteria that are scored here, with weights and minimums */
            rubric: {
                /** @default [] */
                anchors: {
                    score: number;
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default 10 */
                max: number;
                /** @default 0 */
                min: number;
                minimum?: string;
                /** @default 0.25 */
                step: number;
                weight: string;
            }[];
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            /** @description Without its author when the review is blind; null: the asker may not see it any more */
            application: components["schemas"]["Application"] | null;
            /** @description Name, department and dates are hidden */
            blind: boolean;
            /** @description Of the other reviewer, who is not named; scores alone where reviews are blind */
            other: {
                [key: string]: number | string | boolean | string[] | null;
            } | null;
            own: {
                [key: string]: number | string | boolean | string[] | null;
            } | null;
            /** @constant */
            purpose: "discussion";
            /** @description The criteria that are scored here, with weights and minimums */
            rubric: {
                /** @default [] */
                anchors: {
                    score: number;
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default 10 */
                max: number;
                /** @default 0 */
                min: number;
                minimum?: string;
                /** @default 0.25 */
                step: number;
                weight: string;
            }[];
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            candidates: {
                code: string;
                department: string | null;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                } | null;
                hoursPerMonth: number;
                late: boolean | null;
                name: string | null;
                person: string | null;
                progress: {
                    /** @enum {string} */
                    agreement: "asked" | "agreed" | "deemed" | "refused" | "silent" | "unneeded";
                    appointment: {
                        document: string | null;
                        from: string;
                        until: string;
                    } | null;
                    objection: ("open" | "upheld" | "dismissed") | null;
                    offer: ("open" | "accepted" | "declined") | null;
                    result: {
                        criteria: {
                            criterion: string;
                            median: number | null;
                            minimum: number | null;
                            score: number | null;
                        }[];
                        gaps: string[];
                        rank: number | null;
                        score: number | null;
                        /** @enum {string} */
                        standing: "candidate" | "reserve" | "not-selected" | "unranked" | "ineligible";
                        strengths: string[];
                    } | null;
                    screening: {
                        eligible: boolean;
                        reasons: string[];
                    } | null;
                } | null;
                rank: number | null;
                score: number | null;
                /**
                 * @description Whether the ranking gives it a seat; whatever departs from that needs a ground
                 * @enum {string}
                 */
                seat: "yes" | "no" | "tie";
                /** @enum {string} */
                sight: "operations" | "auditor" | "applicant" | "panel" | "manager" | "screener" | "handler" | "asked" | "reviewer";
                /** @description null: a blind reviewer asks */
                submittedAt: number | null;
                topics: string[];
                withdrawn: boolean;
            }[];
            /** @description The asker is in the chair */
            chair: boolean;
            /** @constant */
            purpose: "panel";
            seats: number;
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            /** @enum {string} */
            against: "screening" | "notice";
            /** @description null: the objection is about the procedure */
            application: components["schemas"]["Application"] | null;
            /** @description null: their author was erased */
            grounds: string | null;
            /** @constant */
            purpose: "objection";
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            hoursPerMonth: number;
            measures: {
                /** @description Procedure time, milliseconds since 1970 */
                publishedAt: number;
                texts: {
                    duties: {
                        en: string;
                        "zh-CN": string;
                    };
                    incentives: {
                        en: string;
                        "zh-CN": string;
                    };
                    term: {
                        en: string;
                        "zh-CN": string;
                    };
                    useOfResults: {
                        en: string;
                        "zh-CN": string;
                    };
                    workloadProtection: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                version: number;
            } | null;
            /** @description Was next in line for a seat that has come free; false: is a candidate of the panel */
            movedUp: boolean;
            /** @constant */
            purpose: "acceptance";
            termMonths: number;
            topics: {
                en: string;
                "zh-CN": string;
            }[];
        } | {
            department: {
                id: string;
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
                people: number;
            };
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /** @constant */
            purpose: "cycle-mobilisation";
            stages: {
                end: number | null;
                /** @description How often it has begun */
                runs: number;
                /** @enum {string} */
                stage: "mobilisation" | "ratings" | "talks" | "needs" | "summary" | "sourcing" | "compiling" | "commitments" | "approval" | "execution" | "effect" | "feedback" | "closed";
                start: number | null;
                /** @enum {string} */
                state: "done" | "current" | "ahead";
            }[];
        } | {
            person: {
                department: {
                    en: string;
                    "zh-CN": string;
                } | null;
                id: string;
                name: string | null;
                post: {
                    code: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                } | null;
            };
            /** @constant */
            purpose: "cycle-ratings";
        } | {
            person: {
                department: {
                    en: string;
                    "zh-CN": string;
                } | null;
                id: string;
                name: string | null;
                post: {
                    code: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                } | null;
            };
            /** @constant */
            purpose: "cycle-self-ratings";
        } | {
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            gaps: {
                element: string;
                gap: number | null;
                importance: number;
                person: string;
                post: string;
                rated: number | null;
                required: number;
                /** @enum {string} */
                status: "rated" | "missing";
                weighted: number | null;
            }[];
            person: {
                department: {
                    en: string;
                    "zh-CN": string;
                } | null;
                id: string;
                name: string | null;
                post: {
                    code: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                } | null;
            };
            /** @constant */
            purpose: "cycle-talks";
        } | {
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description The day of the talk */
            held: string | null;
            /** @description Newest first */
            history: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                by: string;
                code: string;
                /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
                facts: {
                    [key: string]: string | number | boolean | null | string[];
                };
                text: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            items: {
                /** @description null: another subject */
                element: string | null;
                /** @description What will be different; null: nothing was said, or it was erased */
                goal: string | null;
                means: components["schemas"]["Fact"];
                /** Format: date */
                until: string;
            }[];
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            /** @constant */
            purpose: "cycle-signatures";
            remarks: string | null;
            /** @description Of the supervisor and of whoever is asked, in this order */
            signatures: {
                /**
                 * @description A supervisor signs by handing in the record of the talk
                 * @enum {string}
                 */
                answer: "signed" | "disputed" | "unsigned" | "open";
                /** @enum {string} */
                as: "supervisor" | "employee";
                at: number | null;
                /** @description For the two, operations and auditors */
                comment: string | null;
                person: string;
            }[];
            supervisor: {
                id: string;
                name: string | null;
            } | null;
        } | {
            /** @description Of what a further need can be made: what the posts of the department ask for, the catalogue, its people */
            choices: {
                /** @description Titles of the courses in it, by id */
                courses: {
                    [key: string]: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                /** @description Names of the elements of ability in it, by id */
                elements: {
                    [key: string]: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                /** @description Names of the people in it, by id */
                people: {
                    [key: string]: string;
                };
            };
            /** @description Titles of the courses in it, by id */
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            department: {
                id: string;
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
                people: number;
            };
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            needs: {
                /** @description null: the ratings found it */
                by: string | null;
                course: string | null;
                department: string;
                diagnosed: boolean;
                element: string | null;
                goal: string | null;
                level: number | null;
                merged: string | null;
                must: boolean;
                need: string;
                /** @enum {string} */
                origin: "gap" | "stated" | "carried";
                /** @description Where it ends by the approved plan; null before */
                outcome: ("planned" | "cut" | "sent-back" | "coached" | "withdrawn") | null;
                people: string[];
                /** @description The problem of the business behind it */
                problem: string | null;
                /** @description Why it was sent back */
                question: {
                    answered: boolean;
                    /** @enum {string} */
                    what: "which-problem" | "who";
                } | null;
                /** @description Its place in the head's order, 1 first */
                rank: number | null;
                /** @enum {string} */
                state: "proposed" | "stated" | "sent-back" | "confirmed" | "dropped" | "withdrawn";
                urgency: 1 | 2 | 3;
            }[];
            /** @constant */
            purpose: "cycle-needs";
        } | {
            /** @description Titles of the courses in it, by id */
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            need: {
                /** @description null: the ratings found it */
                by: string | null;
                course: string | null;
                department: string;
                diagnosed: boolean;
                element: string | null;
                goal: string | null;
                level: number | null;
                merged: string | null;
                must: boolean;
                need: string;
                /** @enum {string} */
                origin: "gap" | "stated" | "carried";
                /** @description Where it ends by the approved plan; null before */
                outcome: ("planned" | "cut" | "sent-back" | "coached" | "withdrawn") | null;
                people: string[];
                /** @description The problem of the business behind it */
                problem: string | null;
                /** @description Why it was sent back */
                question: {
                    answered: boolean;
                    /** @enum {string} */
                    what: "which-problem" | "who";
                } | null;
                /** @description Its place in the head's order, 1 first */
                rank: number | null;
                /** @enum {string} */
                state: "proposed" | "stated" | "sent-back" | "confirmed" | "dropped" | "withdrawn";
                urgency: 1 | 2 | 3;
            } | null;
            /** @description People of the department, of whom those who need it are chosen */
            people: {
                [key: string]: string;
            };
            /** @constant */
            purpose: "cycle-questions";
        } | {
            /** @description Money in the smallest unit of the currency, or hours */
            asked: number;
            commitment: {
                /** @default null */
                amount: number | null;
                /** @default null */
                hours: number | null;
                id: string;
                /** @enum {string} */
                kind: "budget" | "time" | "venue" | "policy";
                /** @default null */
                line: string | null;
                /** @default null */
                room: string | null;
                text: {
                    en: string;
                    "zh-CN": string;
                };
            };
            currency: string;
            /** @description Of the budget line */
            label: {
                en: string;
                "zh-CN": string;
            } | null;
            /** @constant */
            purpose: "cycle-commitments";
            room: string | null;
        } | {
            /** @description Who is asked in this step */
            answered: {
                answered: boolean;
                person: string;
            }[];
            /** @description Of the version that is compared with; null: there is none */
            before: {
                cost: number;
                effect: number;
                /** @description People left out, counted once for each need */
                left: number;
                offerings: number;
                places: number;
            } | null;
            /** @description Titles by id */
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            currency: string;
            /** @description null: the whole plan */
            department: {
                id: string;
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
            } | null;
            difference: components["schemas"]["PlanDifference"];
            digest: string;
            figures: {
                cost: number;
                effect: number;
                /** @description People left out, counted once for each need */
                left: number;
                offerings: number;
                places: number;
            };
            /** @description The word that the approver gave last */
            last: {
                /** @enum {string} */
                answer: "approved" | "conditions" | "returned" | "deemed" | "passed";
                version: number;
            } | null;
            /** @description What the plan leaves out, as far as the approver sees its people */
            left: {
                /** @description The kind of limit that it was left out for */
                limit: string;
                /** @description Weighted gap points that stay open; null: the approver sees some of the people only, and it is of all of them */
                lost: number | null;
                need: string;
                people: string[];
                /** @description The need as people call it */
                what: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            /** @description Budget lines by id */
            lines: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description People of the department by offering */
            mine: {
                [key: string]: string[];
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            /** @description The offerings that the word is about */
            part: {
                budgetLine: string;
                cost: number;
                course: string;
                days: string[];
                effect: number;
                hours: number;
                id: string;
                needs: string[];
                /** @description Those whom the asker may see */
                participants: string[];
                /** @description How many take part */
                places: number;
                quote: string | null;
                room: string | null;
                seats: number;
                trainer: string | null;
            }[];
            /** @description Provider of each quote in it */
            providers: {
                [key: string]: string;
            };
            /** @constant */
            purpose: "cycle-approval";
            /** @description Why the plan has come back since the version that is compared with */
            returned: {
                comments: string | null;
                person: string;
                /** @enum {string} */
                step: "heads" | "management" | "hr";
                touches: string[];
                version: number;
            }[];
            /** @description Names by id */
            rooms: {
                [key: string]: string;
            };
            /** @enum {string} */
            step: "heads" | "management" | "hr";
            version: number;
        } | {
            change: {
                after: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                } | null;
                approver: string | null;
                before: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                } | null;
                by: string;
                effect: {
                    /** @description Which limits it would break; null: the asker does not see everybody whom it is about */
                    faults: {
                        en: string;
                        "zh-CN": string;
                    }[] | null;
                    money: number;
                    people: string[];
                };
                emergency: boolean;
                /** @description Why it could not be carried out though it was approved; null also where the asker does not see everybody whom it is about */
                failure: {
                    en: string;
                    "zh-CN": string;
                } | null;
                id: string;
                offering: string | null;
                /** @description Why it is asked for; null: the asker neither asked for it, nor decides it, nor sees the whole plan, or its author was erased */
                reason: string | null;
                round: string;
                /** @enum {string} */
                state: "asked" | "applied" | "confirmed" | "rejected" | "failed" | "undone" | "withdrawn";
                task: string;
                what: ({
                    days: string[];
                    /** @constant */
                    kind: "move";
                    offering: string;
                    room: string | null;
                } | {
                    /** @constant */
                    kind: "trainer";
                    offering: string;
                    /** @default null */
                    quote: string | null;
                    trainer: string | null;
                } | {
                    /** @constant */
                    kind: "seats";
                    offering: string;
                    seats: number;
                } | {
                    /** @default [] */
                    add: string[];
                    /** @constant */
                    kind: "participants";
                    offering: string;
                    /** @default [] */
                    remove: string[];
                } | {
                    /** @constant */
                    kind: "cancel";
                    offering: string;
                } | {
                    /** @constant */
                    kind: "add";
                    planned: {
                        budgetLine: string;
                        cost: number;
                        course: string;
                        days: string[];
                        effect: number;
                        hours: number;
                        id: string;
                        needs: string[];
                        participants: string[];
                        quote: string | null;
                        room: string | null;
                        seats: number;
                        trainer: string | null;
                    };
                } | {
                    amount: number;
                    /** @constant */
                    kind: "budget";
                    line: string;
                }) | {
                    /** @constant */
                    kind: "add";
                    planned: {
                        budgetLine: string;
                        cost: number;
                        course: string;
                        days: string[];
                        effect: number;
                        hours: number;
                        id: string;
                        needs: string[];
                        /** @description Those whom the asker may see */
                        participants: string[];
                        /** @description How many take part */
                        places: number;
                        quote: string | null;
                        room: string | null;
                        seats: number;
                        trainer: string | null;
                    };
                };
            } | null;
            /** @description Titles by id */
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            currency: string;
            /** @description Budget lines by id */
            lines: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            /** @constant */
            purpose: "cycle-changes";
            /** @description Names by id */
            rooms: {
                [key: string]: string;
            };
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["Offering"];
            /** @constant */
            purpose: "offering-seats";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["Offering"];
            /** @description Whom it is about */
            person: {
                id: string;
                name: string | null;
            } | null;
            /** @constant */
            purpose: "offering-support";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["Offering"];
            people: {
                id: string;
                name: string | null;
            }[];
            /** @constant */
            purpose: "offering-attendance";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["Offering"];
            /** @constant */
            purpose: "offering-reaction";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["Offering"];
            /** @description Whom it is about */
            person: {
                id: string;
                name: string | null;
            } | null;
            /** @constant */
            purpose: "offering-test";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["Offering"];
            /** @description What the supervisor had hoped for before the course */
            goal: string | null;
            /** @description Whom it is about */
            person: {
                id: string;
                name: string | null;
            } | null;
            /** @constant */
            purpose: "offering-transfer";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["Offering"];
            /** @description Whom it is about */
            person: {
                id: string;
                name: string | null;
            } | null;
            /** @constant */
            purpose: "offering-coaching";
        };
        MatterInput: {
            measures: {
                /** @description Procedure time, milliseconds since 1970 */
                publishedAt: number;
                texts: {
                    duties: {
                        en: string;
                        "zh-CN": string;
                    };
                    incentives: {
                        en: string;
                        "zh-CN": string;
                    };
                    term: {
                        en: string;
                        "zh-CN": string;
                    };
                    useOfResults: {
                        en: string;
                        "zh-CN": string;
                    };
                    workloadProtection: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                version: number;
            } | null;
            /** @constant */
            purpose: "acknowledgement";
        } | {
            closes: number | null;
            measures: {
                /** @description Procedure time, milliseconds since 1970 */
                publishedAt: number;
                texts: {
                    duties: {
                        en: string;
                        "zh-CN": string;
                    };
                    incentives: {
                        en: string;
                        "zh-CN": string;
                    };
                    term: {
                        en: string;
                        "zh-CN": string;
                    };
                    useOfResults: {
                        en: string;
                        "zh-CN": string;
                    };
                    workloadProtection: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                version: number;
            } | null;
            /** @description When people may apply */
            opens: number | null;
            /** @constant */
            purpose: "endorsement";
            seats: number;
            termMonths: number;
        } | {
            by: {
                id: string;
                name: string | null;
            } | null;
            /** @description When the call closes */
            closes: number | null;
            measures: {
                /** @description Procedure time, milliseconds since 1970 */
                publishedAt: number;
                texts: {
                    duties: {
                        en: string;
                        "zh-CN": string;
                    };
                    incentives: {
                        en: string;
                        "zh-CN": string;
                    };
                    term: {
                        en: string;
                        "zh-CN": string;
                    };
                    useOfResults: {
                        en: string;
                        "zh-CN": string;
                    };
                    workloadProtection: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                version: number;
            } | null;
            /** @constant */
            purpose: "nomination";
            reason: string | null;
        } | {
            /** @description Without its author when the review is blind; null: the asker may not see it any more */
            application: components["schemas"]["ApplicationInput"] | null;
            /** @constant */
            purpose: "agreement";
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            /** @description Without its author when the review is blind; null: the asker may not see it any more */
            application: components["schemas"]["ApplicationInput"] | null;
            /** @constant */
            purpose: "screening";
            reasons: string[];
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            applications: {
                code: string;
                department: string | null;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                } | null;
                hoursPerMonth: number;
                late: boolean | null;
                name: string | null;
                person: string | null;
                progress: {
                    /** @enum {string} */
                    agreement: "asked" | "agreed" | "deemed" | "refused" | "silent" | "unneeded";
                    appointment: {
                        document: string | null;
                        from: string;
                        until: string;
                    } | null;
                    objection: ("open" | "upheld" | "dismissed") | null;
                    offer: ("open" | "accepted" | "declined") | null;
                    result: {
                        criteria: {
                            criterion: string;
                            median: number | null;
                            minimum: number | null;
                            score: number | null;
                        }[];
                        gaps: string[];
                        rank: number | null;
                        score: number | null;
                        /** @enum {string} */
                        standing: "candidate" | "reserve" | "not-selected" | "unranked" | "ineligible";
                        strengths: string[];
                    } | null;
                    screening: {
                        eligible: boolean;
                        reasons: string[];
                    } | null;
                } | null;
                /** @enum {string} */
                sight: "operations" | "auditor" | "applicant" | "panel" | "manager" | "screener" | "handler" | "asked" | "reviewer";
                /** @description null: a blind reviewer asks */
                submittedAt: number | null;
                topics: string[];
                withdrawn: boolean;
            }[];
            /** @constant */
            purpose: "conflict";
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            /** @description Without its author when the review is blind; null: the asker may not see it any more */
            application: components["schemas"]["ApplicationInput"] | null;
            /** @description Name, department and dates are hidden */
            blind: boolean;
            /** @constant */
            purpose: "review";
            /** @description The criteria that are scored here, with weights and minimums */
            rubric: {
                /** @default [] */
                anchors: {
                    score: number;
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default 10 */
                max: number;
                /** @default 0 */
                min: number;
                minimum?: string;
                /** @default 0.25 */
                step: number;
                weight: string;
            }[];
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            /** @description Without its author when the review is blind; null: the asker may not see it any more */
            application: components["schemas"]["ApplicationInput"] | null;
            /** @description Name, department and dates are hidden */
            blind: boolean;
            /** @description Of the other reviewer, who is not named; scores alone where reviews are blind */
            other: {
                [key: string]: number | string | boolean | string[] | null;
            } | null;
            own: {
                [key: string]: number | string | boolean | string[] | null;
            } | null;
            /** @constant */
            purpose: "discussion";
            /** @description The criteria that are scored here, with weights and minimums */
            rubric: {
                /** @default [] */
                anchors: {
                    score: number;
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default 10 */
                max: number;
                /** @default 0 */
                min: number;
                minimum?: string;
                /** @default 0.25 */
                step: number;
                weight: string;
            }[];
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            candidates: {
                code: string;
                department: string | null;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                } | null;
                hoursPerMonth: number;
                late: boolean | null;
                name: string | null;
                person: string | null;
                progress: {
                    /** @enum {string} */
                    agreement: "asked" | "agreed" | "deemed" | "refused" | "silent" | "unneeded";
                    appointment: {
                        document: string | null;
                        from: string;
                        until: string;
                    } | null;
                    objection: ("open" | "upheld" | "dismissed") | null;
                    offer: ("open" | "accepted" | "declined") | null;
                    result: {
                        criteria: {
                            criterion: string;
                            median: number | null;
                            minimum: number | null;
                            score: number | null;
                        }[];
                        gaps: string[];
                        rank: number | null;
                        score: number | null;
                        /** @enum {string} */
                        standing: "candidate" | "reserve" | "not-selected" | "unranked" | "ineligible";
                        strengths: string[];
                    } | null;
                    screening: {
                        eligible: boolean;
                        reasons: string[];
                    } | null;
                } | null;
                rank: number | null;
                score: number | null;
                /**
                 * @description Whether the ranking gives it a seat; whatever departs from that needs a ground
                 * @enum {string}
                 */
                seat: "yes" | "no" | "tie";
                /** @enum {string} */
                sight: "operations" | "auditor" | "applicant" | "panel" | "manager" | "screener" | "handler" | "asked" | "reviewer";
                /** @description null: a blind reviewer asks */
                submittedAt: number | null;
                topics: string[];
                withdrawn: boolean;
            }[];
            /** @description The asker is in the chair */
            chair: boolean;
            /** @constant */
            purpose: "panel";
            seats: number;
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            /** @enum {string} */
            against: "screening" | "notice";
            /** @description null: the objection is about the procedure */
            application: components["schemas"]["ApplicationInput"] | null;
            /** @description null: their author was erased */
            grounds: string | null;
            /** @constant */
            purpose: "objection";
            /** @description Those of the call */
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        } | {
            hoursPerMonth: number;
            measures: {
                /** @description Procedure time, milliseconds since 1970 */
                publishedAt: number;
                texts: {
                    duties: {
                        en: string;
                        "zh-CN": string;
                    };
                    incentives: {
                        en: string;
                        "zh-CN": string;
                    };
                    term: {
                        en: string;
                        "zh-CN": string;
                    };
                    useOfResults: {
                        en: string;
                        "zh-CN": string;
                    };
                    workloadProtection: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                version: number;
            } | null;
            /** @description Was next in line for a seat that has come free; false: is a candidate of the panel */
            movedUp: boolean;
            /** @constant */
            purpose: "acceptance";
            termMonths: number;
            topics: {
                en: string;
                "zh-CN": string;
            }[];
        } | {
            department: {
                id: string;
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
                people: number;
            };
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /** @constant */
            purpose: "cycle-mobilisation";
            stages: {
                end: number | null;
                /** @description How often it has begun */
                runs: number;
                /** @enum {string} */
                stage: "mobilisation" | "ratings" | "talks" | "needs" | "summary" | "sourcing" | "compiling" | "commitments" | "approval" | "execution" | "effect" | "feedback" | "closed";
                start: number | null;
                /** @enum {string} */
                state: "done" | "current" | "ahead";
            }[];
        } | {
            person: {
                department: {
                    en: string;
                    "zh-CN": string;
                } | null;
                id: string;
                name: string | null;
                post: {
                    code: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                } | null;
            };
            /** @constant */
            purpose: "cycle-ratings";
        } | {
            person: {
                department: {
                    en: string;
                    "zh-CN": string;
                } | null;
                id: string;
                name: string | null;
                post: {
                    code: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                } | null;
            };
            /** @constant */
            purpose: "cycle-self-ratings";
        } | {
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            gaps: {
                element: string;
                gap: number | null;
                importance: number;
                person: string;
                post: string;
                rated: number | null;
                required: number;
                /** @enum {string} */
                status: "rated" | "missing";
                weighted: number | null;
            }[];
            person: {
                department: {
                    en: string;
                    "zh-CN": string;
                } | null;
                id: string;
                name: string | null;
                post: {
                    code: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                } | null;
            };
            /** @constant */
            purpose: "cycle-talks";
        } | {
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description The day of the talk */
            held: string | null;
            /** @description Newest first */
            history: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                by: string;
                code: string;
                /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
                facts: {
                    [key: string]: string | number | boolean | null | string[];
                };
                text: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            items: {
                /** @description null: another subject */
                element: string | null;
                /** @description What will be different; null: nothing was said, or it was erased */
                goal: string | null;
                means: components["schemas"]["FactInput"];
                /** Format: date */
                until: string;
            }[];
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            /** @constant */
            purpose: "cycle-signatures";
            remarks: string | null;
            /** @description Of the supervisor and of whoever is asked, in this order */
            signatures: {
                /**
                 * @description A supervisor signs by handing in the record of the talk
                 * @enum {string}
                 */
                answer: "signed" | "disputed" | "unsigned" | "open";
                /** @enum {string} */
                as: "supervisor" | "employee";
                at: number | null;
                /** @description For the two, operations and auditors */
                comment: string | null;
                person: string;
            }[];
            supervisor: {
                id: string;
                name: string | null;
            } | null;
        } | {
            /** @description Of what a further need can be made: what the posts of the department ask for, the catalogue, its people */
            choices: {
                /** @description Titles of the courses in it, by id */
                courses: {
                    [key: string]: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                /** @description Names of the elements of ability in it, by id */
                elements: {
                    [key: string]: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                /** @description Names of the people in it, by id */
                people: {
                    [key: string]: string;
                };
            };
            /** @description Titles of the courses in it, by id */
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            department: {
                id: string;
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
                people: number;
            };
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            needs: {
                /** @description null: the ratings found it */
                by: string | null;
                course: string | null;
                department: string;
                diagnosed: boolean;
                element: string | null;
                goal: string | null;
                level: number | null;
                merged: string | null;
                must: boolean;
                need: string;
                /** @enum {string} */
                origin: "gap" | "stated" | "carried";
                /** @description Where it ends by the approved plan; null before */
                outcome: ("planned" | "cut" | "sent-back" | "coached" | "withdrawn") | null;
                people: string[];
                /** @description The problem of the business behind it */
                problem: string | null;
                /** @description Why it was sent back */
                question: {
                    answered: boolean;
                    /** @enum {string} */
                    what: "which-problem" | "who";
                } | null;
                /** @description Its place in the head's order, 1 first */
                rank: number | null;
                /** @enum {string} */
                state: "proposed" | "stated" | "sent-back" | "confirmed" | "dropped" | "withdrawn";
                urgency: 1 | 2 | 3;
            }[];
            /** @constant */
            purpose: "cycle-needs";
        } | {
            /** @description Titles of the courses in it, by id */
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the elements of ability in it, by id */
            elements: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            need: {
                /** @description null: the ratings found it */
                by: string | null;
                course: string | null;
                department: string;
                diagnosed: boolean;
                element: string | null;
                goal: string | null;
                level: number | null;
                merged: string | null;
                must: boolean;
                need: string;
                /** @enum {string} */
                origin: "gap" | "stated" | "carried";
                /** @description Where it ends by the approved plan; null before */
                outcome: ("planned" | "cut" | "sent-back" | "coached" | "withdrawn") | null;
                people: string[];
                /** @description The problem of the business behind it */
                problem: string | null;
                /** @description Why it was sent back */
                question: {
                    answered: boolean;
                    /** @enum {string} */
                    what: "which-problem" | "who";
                } | null;
                /** @description Its place in the head's order, 1 first */
                rank: number | null;
                /** @enum {string} */
                state: "proposed" | "stated" | "sent-back" | "confirmed" | "dropped" | "withdrawn";
                urgency: 1 | 2 | 3;
            } | null;
            /** @description People of the department, of whom those who need it are chosen */
            people: {
                [key: string]: string;
            };
            /** @constant */
            purpose: "cycle-questions";
        } | {
            /** @description Money in the smallest unit of the currency, or hours */
            asked: number;
            commitment: {
                /** @default null */
                amount: number | null;
                /** @default null */
                hours: number | null;
                id: string;
                /** @enum {string} */
                kind: "budget" | "time" | "venue" | "policy";
                /** @default null */
                line: string | null;
                /** @default null */
                room: string | null;
                text: {
                    en: string;
                    "zh-CN": string;
                };
            };
            currency: string;
            /** @description Of the budget line */
            label: {
                en: string;
                "zh-CN": string;
            } | null;
            /** @constant */
            purpose: "cycle-commitments";
            room: string | null;
        } | {
            /** @description Who is asked in this step */
            answered: {
                answered: boolean;
                person: string;
            }[];
            /** @description Of the version that is compared with; null: there is none */
            before: {
                cost: number;
                effect: number;
                /** @description People left out, counted once for each need */
                left: number;
                offerings: number;
                places: number;
            } | null;
            /** @description Titles by id */
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            currency: string;
            /** @description null: the whole plan */
            department: {
                id: string;
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
            } | null;
            difference: components["schemas"]["PlanDifferenceInput"];
            digest: string;
            figures: {
                cost: number;
                effect: number;
                /** @description People left out, counted once for each need */
                left: number;
                offerings: number;
                places: number;
            };
            /** @description The word that the approver gave last */
            last: {
                /** @enum {string} */
                answer: "approved" | "conditions" | "returned" | "deemed" | "passed";
                version: number;
            } | null;
            /** @description What the plan leaves out, as far as the approver sees its people */
            left: {
                /** @description The kind of limit that it was left out for */
                limit: string;
                /** @description Weighted gap points that stay open; null: the approver sees some of the people only, and it is of all of them */
                lost: number | null;
                need: string;
                people: string[];
                /** @description The need as people call it */
                what: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            /** @description Budget lines by id */
            lines: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description People of the department by offering */
            mine: {
                [key: string]: string[];
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            /** @description The offerings that the word is about */
            part: {
                budgetLine: string;
                cost: number;
                course: string;
                days: string[];
                effect: number;
                hours: number;
                id: string;
                needs: string[];
                /** @description Those whom the asker may see */
                participants: string[];
                /** @description How many take part */
                places: number;
                quote: string | null;
                room: string | null;
                seats: number;
                trainer: string | null;
            }[];
            /** @description Provider of each quote in it */
            providers: {
                [key: string]: string;
            };
            /** @constant */
            purpose: "cycle-approval";
            /** @description Why the plan has come back since the version that is compared with */
            returned: {
                comments: string | null;
                person: string;
                /** @enum {string} */
                step: "heads" | "management" | "hr";
                touches: string[];
                version: number;
            }[];
            /** @description Names by id */
            rooms: {
                [key: string]: string;
            };
            /** @enum {string} */
            step: "heads" | "management" | "hr";
            version: number;
        } | {
            change: {
                after: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                } | null;
                approver: string | null;
                before: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                } | null;
                by: string;
                effect: {
                    /** @description Which limits it would break; null: the asker does not see everybody whom it is about */
                    faults: {
                        en: string;
                        "zh-CN": string;
                    }[] | null;
                    money: number;
                    people: string[];
                };
                emergency: boolean;
                /** @description Why it could not be carried out though it was approved; null also where the asker does not see everybody whom it is about */
                failure: {
                    en: string;
                    "zh-CN": string;
                } | null;
                id: string;
                offering: string | null;
                /** @description Why it is asked for; null: the asker neither asked for it, nor decides it, nor sees the whole plan, or its author was erased */
                reason: string | null;
                round: string;
                /** @enum {string} */
                state: "asked" | "applied" | "confirmed" | "rejected" | "failed" | "undone" | "withdrawn";
                task: string;
                what: ({
                    days: string[];
                    /** @constant */
                    kind: "move";
                    offering: string;
                    room: string | null;
                } | {
                    /** @constant */
                    kind: "trainer";
                    offering: string;
                    /** @default null */
                    quote: string | null;
                    trainer: string | null;
                } | {
                    /** @constant */
                    kind: "seats";
                    offering: string;
                    seats: number;
                } | {
                    /** @default [] */
                    add: string[];
                    /** @constant */
                    kind: "participants";
                    offering: string;
                    /** @default [] */
                    remove: string[];
                } | {
                    /** @constant */
                    kind: "cancel";
                    offering: string;
                } | {
                    /** @constant */
                    kind: "add";
                    planned: {
                        budgetLine: string;
                        cost: number;
                        course: string;
                        days: string[];
                        effect: number;
                        hours: number;
                        id: string;
                        needs: string[];
                        participants: string[];
                        quote: string | null;
                        room: string | null;
                        seats: number;
                        trainer: string | null;
                    };
                } | {
                    amount: number;
                    /** @constant */
                    kind: "budget";
                    line: string;
                }) | {
                    /** @constant */
                    kind: "add";
                    planned: {
                        budgetLine: string;
                        cost: number;
                        course: string;
                        days: string[];
                        effect: number;
                        hours: number;
                        id: string;
                        needs: string[];
                        /** @description Those whom the asker may see */
                        participants: string[];
                        /** @description How many take part */
                        places: number;
                        quote: string | null;
                        room: string | null;
                        seats: number;
                        trainer: string | null;
                    };
                };
            } | null;
            /** @description Titles by id */
            courses: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            currency: string;
            /** @description Budget lines by id */
            lines: {
                [key: string]: {
                    en: string;
                    "zh-CN": string;
                };
            };
            /** @description Names of the people in it, by id */
            names: {
                [key: string]: string;
            };
            /** @constant */
            purpose: "cycle-changes";
            /** @description Names by id */
            rooms: {
                [key: string]: string;
            };
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["OfferingInput"];
            /** @constant */
            purpose: "offering-seats";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["OfferingInput"];
            /** @description Whom it is about */
            person: {
                id: string;
                name: string | null;
            } | null;
            /** @constant */
            purpose: "offering-support";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["OfferingInput"];
            people: {
                id: string;
                name: string | null;
            }[];
            /** @constant */
            purpose: "offering-attendance";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["OfferingInput"];
            /** @constant */
            purpose: "offering-reaction";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["OfferingInput"];
            /** @description Whom it is about */
            person: {
                id: string;
                name: string | null;
            } | null;
            /** @constant */
            purpose: "offering-test";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["OfferingInput"];
            /** @description What the supervisor had hoped for before the course */
            goal: string | null;
            /** @description Whom it is about */
            person: {
                id: string;
                name: string | null;
            } | null;
            /** @constant */
            purpose: "offering-transfer";
        } | {
            /** @description As the asker sees it */
            course: components["schemas"]["OfferingInput"];
            /** @description Whom it is about */
            person: {
                id: string;
                name: string | null;
            } | null;
            /** @constant */
            purpose: "offering-coaching";
        };
        Me: {
            department: string | null;
            /**
             * @description Where they come to first
             * @enum {string}
             */
            home: "overview" | "board" | "cycles" | "selections" | "courses" | "messages" | "people" | "history" | "desk" | "team" | "plan" | "trainers";
            lateTasks: number;
            /** @description As they want it, or else as the directory has it */
            locale: ("en" | "zh-CN") | null;
            name: string | null;
            openTasks: number;
            operations: boolean;
            person: string;
            /** @description What they are to others */
            relations: {
                /** @description The departments that they are the head of */
                heads: string[];
                /** @description Whether they take part in a course, or teach one */
                inCourses: boolean;
                /** @description How many people report to them directly */
                reports: number;
            };
            /** @description Roles that hold today */
            roles: {
                /** @enum {string} */
                role: "operations" | "auditor" | "leader";
                /** @description The department that it is about; null: the whole company */
                scope: string | null;
                /** @description The last day on which it holds, YYYY-MM-DD; null: until it is taken */
                until: string | null;
            }[];
            /** @description What stands in their bar, in its order */
            sees: ("overview" | "board" | "cycles" | "selections" | "courses" | "messages" | "people" | "history" | "desk" | "team" | "plan" | "trainers")[];
            /** @enum {string} */
            theme: "auto" | "light" | "dark";
            /** @description The same */
            timeZone: string | null;
        };
        MeInput: {
            department: string | null;
            /**
             * @description Where they come to first
             * @enum {string}
             */
            home: "overview" | "board" | "cycles" | "selections" | "courses" | "messages" | "people" | "history" | "desk" | "team" | "plan" | "trainers";
            lateTasks: number;
            /** @description As they want it, or else as the directory has it */
            locale: ("en" | "zh-CN") | null;
            name: string | null;
            openTasks: number;
            operations: boolean;
            person: string;
            /** @description What they are to others */
            relations: {
                /** @description The departments that they are the head of */
                heads: string[];
                /** @description Whether they take part in a course, or teach one */
                inCourses: boolean;
                /** @description How many people report to them directly */
                reports: number;
            };
            /** @description Roles that hold today */
            roles: {
                /** @enum {string} */
                role: "operations" | "auditor" | "leader";
                /** @description The department that it is about; null: the whole company */
                scope: string | null;
                /** @description The last day on which it holds, YYYY-MM-DD; null: until it is taken */
                until: string | null;
            }[];
            /** @description What stands in their bar, in its order */
            sees: ("overview" | "board" | "cycles" | "selections" | "courses" | "messages" | "people" | "history" | "desk" | "team" | "plan" | "trainers")[];
            /** @enum {string} */
            theme: "auto" | "light" | "dark";
            /** @description The same */
            timeZone: string | null;
        };
        MyCourses: {
            names: {
                [key: string]: string;
            };
            now: number;
            taking: {
                /** @description What is asked of the asker in it */
                asked: {
                    /** @description What the task is about, such as the number of an application */
                    about: string | null;
                    drafted: boolean;
                    /** @description 0 when nothing is saved */
                    draftRevision: number;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    late: boolean;
                    /** @description About how long one answer takes */
                    minutes: number;
                    /** @description The procedure that the round belongs to */
                    of: {
                        en: string;
                        "zh-CN": string;
                    } | null;
                    /** @description What kind of answer is asked for, such as review or agreements */
                    purpose: string;
                    round: string;
                    task: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                benefit: {
                    en: string;
                    "zh-CN": string;
                };
                cancelled: boolean;
                cycle: string;
                daily: {
                    /** @description Hour of the day */
                    from: number;
                    timeZone: string;
                    /** @description Hour of the day */
                    to: number;
                };
                readonly days: string[];
                goal: {
                    en: string;
                    "zh-CN": string;
                };
                id: string;
                /** @description What comes next; null: nothing does */
                next: components["schemas"]["Fact"] | null;
                /** @description Its name in the plan, such as O-001 */
                offering: string;
                over: boolean;
                paused: boolean;
                place: string;
                present: boolean | null;
                provider: string | null;
                score: number | null;
                /** @enum {string} */
                seat: "planned" | "waiting" | "asked" | "accepted" | "declined" | "silent" | "given-up";
                /** @enum {string} */
                stage: "planned" | "invitation" | "teaching" | "feedback" | "follow-up" | "closed";
                title: {
                    en: string;
                    "zh-CN": string;
                };
                trainer: string | null;
                /** @description Place on the waiting list, 1 the first */
                waits: number | null;
            }[];
            teaching: {
                /** @description What is asked of the asker in it */
                asked: {
                    /** @description What the task is about, such as the number of an application */
                    about: string | null;
                    drafted: boolean;
                    /** @description 0 when nothing is saved */
                    draftRevision: number;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    late: boolean;
                    /** @description About how long one answer takes */
                    minutes: number;
                    /** @description The procedure that the round belongs to */
                    of: {
                        en: string;
                        "zh-CN": string;
                    } | null;
                    /** @description What kind of answer is asked for, such as review or agreements */
                    purpose: string;
                    round: string;
                    task: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                benefit: {
                    en: string;
                    "zh-CN": string;
                };
                cancelled: boolean;
                cycle: string;
                daily: {
                    /** @description Hour of the day */
                    from: number;
                    timeZone: string;
                    /** @description Hour of the day */
                    to: number;
                };
                readonly days: string[];
                goal: {
                    en: string;
                    "zh-CN": string;
                };
                hours: number;
                id: string;
                /** @description What comes next; null: nothing does */
                next: components["schemas"]["Fact"] | null;
                /** @description Its name in the plan, such as O-001 */
                offering: string;
                over: boolean;
                participants: {
                    person: string;
                    present: boolean | null;
                    score: number | null;
                    /** @enum {string} */
                    seat: "planned" | "waiting" | "asked" | "accepted" | "declined" | "silent" | "given-up";
                }[];
                paused: boolean;
                place: string;
                /** @description Means of the feedback; null: too few answered */
                reaction: {
                    [key: string]: number;
                } | null;
                seats: {
                    needed: number;
                    offered: number;
                    taken: number;
                    waiting: number;
                };
                /** @enum {string} */
                stage: "planned" | "invitation" | "teaching" | "feedback" | "follow-up" | "closed";
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        };
        MyCoursesInput: {
            names: {
                [key: string]: string;
            };
            now: number;
            taking: {
                /** @description What is asked of the asker in it */
                asked: {
                    /** @description What the task is about, such as the number of an application */
                    about: string | null;
                    drafted: boolean;
                    /** @description 0 when nothing is saved */
                    draftRevision: number;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    late: boolean;
                    /** @description About how long one answer takes */
                    minutes: number;
                    /** @description The procedure that the round belongs to */
                    of: {
                        en: string;
                        "zh-CN": string;
                    } | null;
                    /** @description What kind of answer is asked for, such as review or agreements */
                    purpose: string;
                    round: string;
                    task: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                benefit: {
                    en: string;
                    "zh-CN": string;
                };
                cancelled: boolean;
                cycle: string;
                daily: {
                    /** @description Hour of the day */
                    from: number;
                    timeZone: string;
                    /** @description Hour of the day */
                    to: number;
                };
                readonly days: string[];
                goal: {
                    en: string;
                    "zh-CN": string;
                };
                id: string;
                /** @description What comes next; null: nothing does */
                next: components["schemas"]["FactInput"] | null;
                /** @description Its name in the plan, such as O-001 */
                offering: string;
                over: boolean;
                paused: boolean;
                place: string;
                present: boolean | null;
                provider: string | null;
                score: number | null;
                /** @enum {string} */
                seat: "planned" | "waiting" | "asked" | "accepted" | "declined" | "silent" | "given-up";
                /** @enum {string} */
                stage: "planned" | "invitation" | "teaching" | "feedback" | "follow-up" | "closed";
                title: {
                    en: string;
                    "zh-CN": string;
                };
                trainer: string | null;
                /** @description Place on the waiting list, 1 the first */
                waits: number | null;
            }[];
            teaching: {
                /** @description What is asked of the asker in it */
                asked: {
                    /** @description What the task is about, such as the number of an application */
                    about: string | null;
                    drafted: boolean;
                    /** @description 0 when nothing is saved */
                    draftRevision: number;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    late: boolean;
                    /** @description About how long one answer takes */
                    minutes: number;
                    /** @description The procedure that the round belongs to */
                    of: {
                        en: string;
                        "zh-CN": string;
                    } | null;
                    /** @description What kind of answer is asked for, such as review or agreements */
                    purpose: string;
                    round: string;
                    task: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                benefit: {
                    en: string;
                    "zh-CN": string;
                };
                cancelled: boolean;
                cycle: string;
                daily: {
                    /** @description Hour of the day */
                    from: number;
                    timeZone: string;
                    /** @description Hour of the day */
                    to: number;
                };
                readonly days: string[];
                goal: {
                    en: string;
                    "zh-CN": string;
                };
                hours: number;
                id: string;
                /** @description What comes next; null: nothing does */
                next: components["schemas"]["FactInput"] | null;
                /** @description Its name in the plan, such as O-001 */
                offering: string;
                over: boolean;
                participants: {
                    person: string;
                    present: boolean | null;
                    score: number | null;
                    /** @enum {string} */
                    seat: "planned" | "waiting" | "asked" | "accepted" | "declined" | "silent" | "given-up";
                }[];
                paused: boolean;
                place: string;
                /** @description Means of the feedback; null: too few answered */
                reaction: {
                    [key: string]: number;
                } | null;
                seats: {
                    needed: number;
                    offered: number;
                    taken: number;
                    waiting: number;
                };
                /** @enum {string} */
                stage: "planned" | "invitation" | "teaching" | "feedback" | "follow-up" | "closed";
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        };
        NewFeed: {
            madeAt: number;
            path: string;
        };
        NewFeedInput: {
            madeAt: number;
            path: string;
        };
        NewToken: {
            /**
             * @description What paths it may ask, by what they begin with; null: all
             * @default null
             */
            areas: ("me" | "rounds" | "selections" | "cycles" | "offerings" | "organisation" | "people" | "procedures" | "notices" | "ledger" | "files" | "documents" | "events" | "find" | "history" | "retention" | "trainers")[] | null;
            /**
             * @description For so long it is good
             * @default 90
             */
            days: number;
            /** @description By which one knows it again */
            name: string;
            /** @enum {string} */
            scope: "read" | "act";
        };
        NewTokenInput: {
            /**
             * @description What paths it may ask, by what they begin with; null: all
             * @default null
             */
            areas: ("me" | "rounds" | "selections" | "cycles" | "offerings" | "organisation" | "people" | "procedures" | "notices" | "ledger" | "files" | "documents" | "events" | "find" | "history" | "retention" | "trainers")[] | null;
            /**
             * @description For so long it is good
             * @default 90
             */
            days: number;
            /** @description By which one knows it again */
            name: string;
            /** @enum {string} */
            scope: "read" | "act";
        };
        NextTerms: {
            terms: {
                approval: {
                    hr: string[];
                    management: string[];
                };
                budget: {
                    amount: number;
                    /** @default [] */
                    departments: string[];
                    id: string;
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                calendar: string;
                /** @default [] */
                commitments: {
                    /** @default null */
                    amount: number | null;
                    /** @default null */
                    hours: number | null;
                    id: string;
                    /** @enum {string} */
                    kind: "budget" | "time" | "venue" | "policy";
                    leader: string;
                    /** @default null */
                    line: string | null;
                    /** @default null */
                    room: string | null;
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                company: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default [] */
                courses: {
                    benefit: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default 0.5 */
                    closes: number;
                    days: number;
                    elements: string[];
                    /**
                     * @default lecture
                     * @enum {string}
                     */
                    form: "lecture" | "outdoor" | "sand-table" | "video" | "case" | "discussion" | "role-play" | "game" | "coaching";
                    goal: {
                        en: string;
                        "zh-CN": string;
                    };
                    hours: number;
                    id: string;
                    level: number;
                    maxSeats: number;
                    minSeats: number;
                    /** @default true */
                    room: boolean;
                    /** @default 0 */
                    runCost: number;
                    /** @default 0 */
                    seatCost: number;
                    test?: boolean;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default [] */
                    topics: string[];
                }[];
                currency: string;
                dayEnds?: string;
                /** @default 10 */
                daysAPerson: number;
                delivery: {
                    /** @default 20bd */
                    coachingTime: string;
                    /** @default 5bd */
                    feedback: string;
                    /**
                     * @default [
                     *       "30d",
                     *       "90d"
                     *     ]
                     */
                    followUps: string[];
                    /** @default 10bd */
                    followUpTime: string;
                    /** @default 15bd */
                    invite: string;
                    /** @default 5bd */
                    minimum: string;
                    /** @default 60 */
                    pass: number;
                    /** @default 5 */
                    privacy: number;
                    /** @default 3 */
                    transferFrom: number;
                };
                /** @default [] */
                departments: string[];
                /** @default {} */
                deputies: {
                    [key: string]: string;
                };
                /** @default 0.5 */
                gapFrom: number;
                /** @default 0 */
                minorChange: number;
                operations?: string[];
                period: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
                /** @default {} */
                policies: {
                    [key: string]: {
                        grace?: string;
                        ladder?: {
                            offset: string;
                            /** @enum {string} */
                            to: "assignee" | "manager" | "owner";
                        }[];
                        patience?: string;
                        /** @enum {string} */
                        silence?: "wait" | "nil" | "consent" | "replace";
                    };
                };
                /** @default null */
                previous: string | null;
                /** @default 1.5 */
                ratingDistance: number;
                /** @default [] */
                rooms: {
                    /** @default [] */
                    closed: {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                    }[];
                    /** @default 0 */
                    dayCost: number;
                    id: string;
                    name: string;
                    seats: number;
                    /** @default  */
                    site: string;
                }[];
                /** @default [] */
                selections: string[];
                /** @default false */
                selfRating: boolean;
                /**
                 * @default gaps
                 * @enum {string}
                 */
                silence: "gaps" | "nothing";
                sourcing: {
                    /** @default 2 */
                    coachingUpTo: number;
                    /**
                     * @default [
                     *       "internal",
                     *       "outside",
                     *       "coaching"
                     *     ]
                     */
                    order: ("internal" | "outside" | "coaching")[];
                    /** @default null */
                    seatCeiling: number | null;
                    /** @default 40 */
                    trainerHours: number;
                };
                /**
                 * @default with-gaps
                 * @enum {string}
                 */
                talks: "everyone" | "with-gaps" | "nobody";
                timetable: {
                    approval: number | string;
                    /** @default 5bd */
                    approvalStep: string;
                    /** @default 3bd */
                    change: string;
                    commitments: number | string;
                    compiling: number | string;
                    effect: number | string;
                    execution: number | string;
                    feedback: number | string;
                    mobilisation: number | string;
                    needs: number | string;
                    /** @default 5bd */
                    question: string;
                    ratings: number | string;
                    /** @default 5bd */
                    signature: string;
                    sourcing: number | string;
                    summary: number | string;
                    talks: number | string;
                };
                timeZone: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default [] */
                toolkit: {
                    /** @default null */
                    file: string | null;
                    id: string;
                    /** @enum {string} */
                    kind: "rating-scale" | "interview-guide" | "incident-list" | "priorities" | "document";
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
            };
        };
        NextTermsInput: {
            terms: {
                approval: {
                    hr: string[];
                    management: string[];
                };
                budget: {
                    amount: number;
                    /** @default [] */
                    departments: string[];
                    id: string;
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                calendar: string;
                /** @default [] */
                commitments: {
                    /** @default null */
                    amount: number | null;
                    /** @default null */
                    hours: number | null;
                    id: string;
                    /** @enum {string} */
                    kind: "budget" | "time" | "venue" | "policy";
                    leader: string;
                    /** @default null */
                    line: string | null;
                    /** @default null */
                    room: string | null;
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                company: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default [] */
                courses: {
                    benefit: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default 0.5 */
                    closes: number;
                    days: number;
                    elements: string[];
                    /**
                     * @default lecture
                     * @enum {string}
                     */
                    form: "lecture" | "outdoor" | "sand-table" | "video" | "case" | "discussion" | "role-play" | "game" | "coaching";
                    goal: {
                        en: string;
                        "zh-CN": string;
                    };
                    hours: number;
                    id: string;
                    level: number;
                    maxSeats: number;
                    minSeats: number;
                    /** @default true */
                    room: boolean;
                    /** @default 0 */
                    runCost: number;
                    /** @default 0 */
                    seatCost: number;
                    test?: boolean;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default [] */
                    topics: string[];
                }[];
                currency: string;
                dayEnds?: string;
                /** @default 10 */
                daysAPerson: number;
                /** @default {} */
                delivery: {
                    /** @default 20bd */
                    coachingTime: string;
                    /** @default 5bd */
                    feedback: string;
                    /**
                     * @default [
                     *       "30d",
                     *       "90d"
                     *     ]
                     */
                    followUps: string[];
                    /** @default 10bd */
                    followUpTime: string;
                    /** @default 15bd */
                    invite: string;
                    /** @default 5bd */
                    minimum: string;
                    /** @default 60 */
                    pass: number;
                    /** @default 5 */
                    privacy: number;
                    /** @default 3 */
                    transferFrom: number;
                };
                /** @default [] */
                departments: string[];
                /** @default {} */
                deputies: {
                    [key: string]: string;
                };
                /** @default 0.5 */
                gapFrom: number;
                /** @default 0 */
                minorChange: number;
                operations?: string[];
                period: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
                /** @default {} */
                policies: {
                    [key: string]: {
                        grace?: string;
                        ladder?: {
                            offset: string;
                            /** @enum {string} */
                            to: "assignee" | "manager" | "owner";
                        }[];
                        patience?: string;
                        /** @enum {string} */
                        silence?: "wait" | "nil" | "consent" | "replace";
                    };
                };
                /** @default null */
                previous: string | null;
                /** @default 1.5 */
                ratingDistance: number;
                /** @default [] */
                rooms: {
                    /** @default [] */
                    closed: {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                    }[];
                    /** @default 0 */
                    dayCost: number;
                    id: string;
                    name: string;
                    seats: number;
                    /** @default  */
                    site: string;
                }[];
                /** @default [] */
                selections: string[];
                /** @default false */
                selfRating: boolean;
                /**
                 * @default gaps
                 * @enum {string}
                 */
                silence: "gaps" | "nothing";
                /** @default {} */
                sourcing: {
                    /** @default 2 */
                    coachingUpTo: number;
                    /**
                     * @default [
                     *       "internal",
                     *       "outside",
                     *       "coaching"
                     *     ]
                     */
                    order: ("internal" | "outside" | "coaching")[];
                    /** @default null */
                    seatCeiling: number | null;
                    /** @default 40 */
                    trainerHours: number;
                };
                /**
                 * @default with-gaps
                 * @enum {string}
                 */
                talks: "everyone" | "with-gaps" | "nobody";
                timetable: {
                    approval: number | string;
                    /** @default 5bd */
                    approvalStep: string;
                    /** @default 3bd */
                    change: string;
                    commitments: number | string;
                    compiling: number | string;
                    effect: number | string;
                    execution: number | string;
                    feedback: number | string;
                    mobilisation: number | string;
                    needs: number | string;
                    /** @default 5bd */
                    question: string;
                    ratings: number | string;
                    /** @default 5bd */
                    signature: string;
                    sourcing: number | string;
                    summary: number | string;
                    talks: number | string;
                };
                timeZone: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default [] */
                toolkit: {
                    /** @default null */
                    file: string | null;
                    id: string;
                    /** @enum {string} */
                    kind: "rating-scale" | "interview-guide" | "incident-list" | "priorities" | "document";
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
            };
        };
        NoticePage: {
            /** @description Messages by state, over all that the filter lets through */
            counts: {
                [key: string]: number;
            };
            /** @description Of those that wait, the ones whose hour has come; the others wait for it */
            due: number;
            /** @description Give it as `before` to go on */
            next: number | null;
            notices: {
                about: {
                    [key: string]: unknown;
                };
                attempts: number;
                error: string | null;
                id: number;
                key: string;
                /** @description Procedure time, milliseconds since 1970 */
                notBefore: number;
                person: string;
                personName: string | null;
                settledAt: number | null;
                /** @enum {string} */
                state: "waiting" | "sent" | "failed" | "dropped";
                stream: string;
                template: string;
            }[];
        };
        NoticePageInput: {
            /** @description Messages by state, over all that the filter lets through */
            counts: {
                [key: string]: number;
            };
            /** @description Of those that wait, the ones whose hour has come; the others wait for it */
            due: number;
            /** @description Give it as `before` to go on */
            next: number | null;
            notices: {
                about: {
                    [key: string]: unknown;
                };
                attempts: number;
                error: string | null;
                id: number;
                key: string;
                /** @description Procedure time, milliseconds since 1970 */
                notBefore: number;
                person: string;
                personName: string | null;
                settledAt: number | null;
                /** @enum {string} */
                state: "waiting" | "sent" | "failed" | "dropped";
                stream: string;
                template: string;
            }[];
        };
        Offering: {
            /** @description The asker was there, and has passed the test where there was one: there is a certificate of it */
            certificate: boolean;
            /** @description What was paid so far, for operations */
            cost: number | null;
            course: {
                benefit: {
                    en: string;
                    "zh-CN": string;
                };
                /**
                 * @default lecture
                 * @enum {string}
                 */
                form: "lecture" | "outdoor" | "sand-table" | "video" | "case" | "discussion" | "role-play" | "game" | "coaching";
                goal: {
                    en: string;
                    "zh-CN": string;
                };
                hours: number;
                id: string;
            };
            cycle: string;
            daily: {
                /** @description Hour of the day */
                from: number;
                timeZone: string;
                /** @description Hour of the day */
                to: number;
            };
            readonly days: string[];
            /** @description The hash of the approved plan from which it was started */
            digest: string;
            /** @description Level 4, for operations */
            figures: {
                after: number | null;
                before: number;
                name: string;
                unit: string;
            }[];
            id: string;
            names: {
                [key: string]: string;
            };
            offering: string;
            /** @description For operations and the trainer all, for supervisors their people, for everybody themselves */
            readonly participants: {
                coaching: ("asked" | "done" | "not-done") | null;
                /** @description Why a free seat was not offered: on leave, in another course, or teaching one */
                passedOver: {
                    /** Format: date */
                    day: string;
                    offering: string | null;
                    /** @enum {string} */
                    why: "away" | "course" | "teaching";
                } | null;
                person: string;
                present: boolean | null;
                score: number | null;
                /** @enum {string} */
                seat: "planned" | "waiting" | "asked" | "accepted" | "declined" | "silent" | "given-up";
                /** @description The supervisor has said what to bring back */
                spokenFor: boolean;
                /** @description Level 3, follow-up by follow-up */
                transfer: {
                    own: number | null;
                    supervisor: number | null;
                }[] | null;
                /** @description Place on the waiting list, 1 the first */
                waits: number | null;
            }[];
            /** @enum {string} */
            phase: "unopened" | "running" | "paused" | "cancelled" | "closed";
            place: string;
            provider: string | null;
            /** @description Level 1, for operations and the trainer */
            reaction: {
                [key: string]: number;
            } | null;
            /** @description Orders that were refused, for operations */
            refusedOrders: components["schemas"]["RefusedOrder"][];
            /** @description For operations */
            result: {
                absent: string[];
                coached: number;
                cost: number;
                departments: {
                    department: string;
                    gapClosed: number | null;
                    people: number;
                }[];
                figures: {
                    after: number | null;
                    before: number;
                    name: string;
                    unit: string;
                }[];
                gapBefore: number | null;
                gapClosed: number | null;
                held: boolean;
                invited: number;
                learning: {
                    answers: number;
                    mean: number | null;
                    passed: number | null;
                };
                open: {
                    element: string;
                    gap: number;
                    person: string;
                }[];
                present: string[];
                rated?: number;
                reaction: {
                    answers: number;
                    mean: number | null;
                };
                seats: number;
                trainer?: {
                    answers: number;
                    mean: number | null;
                };
                transfer: {
                    participants: {
                        answers: number;
                        mean: number | null;
                    };
                    supervisors: {
                        answers: number;
                        mean: number | null;
                    };
                }[];
            } | null;
            /** @description For operations */
            rounds: {
                concluded: boolean;
                /** @description Procedure time, milliseconds since 1970 */
                due: number;
                id: string;
                purpose: string;
            }[];
            seats: {
                /** @description With fewer it is not worth holding */
                needed: number;
                offered: number;
                taken: number;
                waiting: number;
            };
            /** @enum {string} */
            stage: "planned" | "invitation" | "teaching" | "feedback" | "follow-up" | "closed";
            title: {
                en: string;
                "zh-CN": string;
            };
            trainer: string | null;
            /** @description Why time does not act in it, for operations; null: it does */
            trouble: components["schemas"]["Trouble"] | null;
            until: number | null;
            /** @description Whom it waits for, for operations */
            readonly waiting: {
                readonly people: string[];
                purpose: string;
                what: string | null;
            }[];
        };
        OfferingInput: {
            /** @description The asker was there, and has passed the test where there was one: there is a certificate of it */
            certificate: boolean;
            /** @description What was paid so far, for operations */
            cost: number | null;
            course: {
                benefit: {
                    en: string;
                    "zh-CN": string;
                };
                /**
                 * @default lecture
                 * @enum {string}
                 */
                form: "lecture" | "outdoor" | "sand-table" | "video" | "case" | "discussion" | "role-play" | "game" | "coaching";
                goal: {
                    en: string;
                    "zh-CN": string;
                };
                hours: number;
                id: string;
            };
            cycle: string;
            daily: {
                /** @description Hour of the day */
                from: number;
                timeZone: string;
                /** @description Hour of the day */
                to: number;
            };
            readonly days: string[];
            /** @description The hash of the approved plan from which it was started */
            digest: string;
            /** @description Level 4, for operations */
            figures: {
                after: number | null;
                before: number;
                name: string;
                unit: string;
            }[];
            id: string;
            names: {
                [key: string]: string;
            };
            offering: string;
            /** @description For operations and the trainer all, for supervisors their people, for everybody themselves */
            readonly participants: {
                coaching: ("asked" | "done" | "not-done") | null;
                /** @description Why a free seat was not offered: on leave, in another course, or teaching one */
                passedOver: {
                    /** Format: date */
                    day: string;
                    offering: string | null;
                    /** @enum {string} */
                    why: "away" | "course" | "teaching";
                } | null;
                person: string;
                present: boolean | null;
                score: number | null;
                /** @enum {string} */
                seat: "planned" | "waiting" | "asked" | "accepted" | "declined" | "silent" | "given-up";
                /** @description The supervisor has said what to bring back */
                spokenFor: boolean;
                /** @description Level 3, follow-up by follow-up */
                transfer: {
                    own: number | null;
                    supervisor: number | null;
                }[] | null;
                /** @description Place on the waiting list, 1 the first */
                waits: number | null;
            }[];
            /** @enum {string} */
            phase: "unopened" | "running" | "paused" | "cancelled" | "closed";
            place: string;
            provider: string | null;
            /** @description Level 1, for operations and the trainer */
            reaction: {
                [key: string]: number;
            } | null;
            /** @description Orders that were refused, for operations */
            refusedOrders: components["schemas"]["RefusedOrderInput"][];
            /** @description For operations */
            result: {
                absent: string[];
                coached: number;
                cost: number;
                departments: {
                    department: string;
                    gapClosed: number | null;
                    people: number;
                }[];
                figures: {
                    after: number | null;
                    before: number;
                    name: string;
                    unit: string;
                }[];
                gapBefore: number | null;
                gapClosed: number | null;
                held: boolean;
                invited: number;
                learning: {
                    answers: number;
                    mean: number | null;
                    passed: number | null;
                };
                open: {
                    element: string;
                    gap: number;
                    person: string;
                }[];
                present: string[];
                rated?: number;
                reaction: {
                    answers: number;
                    mean: number | null;
                };
                seats: number;
                trainer?: {
                    answers: number;
                    mean: number | null;
                };
                transfer: {
                    participants: {
                        answers: number;
                        mean: number | null;
                    };
                    supervisors: {
                        answers: number;
                        mean: number | null;
                    };
                }[];
            } | null;
            /** @description For operations */
            rounds: {
                concluded: boolean;
                /** @description Procedure time, milliseconds since 1970 */
                due: number;
                id: string;
                purpose: string;
            }[];
            seats: {
                /** @description With fewer it is not worth holding */
                needed: number;
                offered: number;
                taken: number;
                waiting: number;
            };
            /** @enum {string} */
            stage: "planned" | "invitation" | "teaching" | "feedback" | "follow-up" | "closed";
            title: {
                en: string;
                "zh-CN": string;
            };
            trainer: string | null;
            /** @description Why time does not act in it, for operations; null: it does */
            trouble: components["schemas"]["TroubleInput"] | null;
            until: number | null;
            /** @description Whom it waits for, for operations */
            readonly waiting: {
                readonly people: string[];
                purpose: string;
                what: string | null;
            }[];
        };
        OfferingList: {
            offerings: {
                cancelled: boolean;
                closed: boolean;
                cycle: string;
                /** Format: date */
                from: string;
                id: string;
                /** @description Its name in the plan, such as O-001 */
                offering: string;
                paused: boolean;
                place: string;
                provider: string | null;
                /** @enum {string} */
                stage: "planned" | "invitation" | "teaching" | "feedback" | "follow-up" | "closed";
                /** @description The asker is on its list */
                takesPart: boolean;
                /** @description The asker is its trainer */
                teaches: boolean;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** Format: date */
                to: string;
                trainer: string | null;
                trainerName: string | null;
            }[];
        };
        OfferingListInput: {
            offerings: {
                cancelled: boolean;
                closed: boolean;
                cycle: string;
                /** Format: date */
                from: string;
                id: string;
                /** @description Its name in the plan, such as O-001 */
                offering: string;
                paused: boolean;
                place: string;
                provider: string | null;
                /** @enum {string} */
                stage: "planned" | "invitation" | "teaching" | "feedback" | "follow-up" | "closed";
                /** @description The asker is on its list */
                takesPart: boolean;
                /** @description The asker is its trainer */
                teaches: boolean;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** Format: date */
                to: string;
                trainer: string | null;
                trainerName: string | null;
            }[];
        };
        OneLink: {
            token: string;
        };
        OneLinkInput: {
            token: string;
        };
        Overview: {
            asked: {
                /** @description How many more there are */
                more: number;
                /** @description The two that are due first */
                tasks: {
                    /** @description What the task is about, such as the number of an application */
                    about: string | null;
                    drafted: boolean;
                    /** @description 0 when nothing is saved */
                    draftRevision: number;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    late: boolean;
                    /** @description About how long one answer takes */
                    minutes: number;
                    /** @description The procedure that the round belongs to */
                    of: {
                        en: string;
                        "zh-CN": string;
                    } | null;
                    /** @description What kind of answer is asked for, such as review or agreements */
                    purpose: string;
                    round: string;
                    task: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
            };
            cycle: {
                currency: string;
                gapFrom: number;
                id: string;
                /** @description The days that the plan covers: figures are counted from the first of them */
                period: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                until: number | null;
            } | null;
            /** @description null: there is no cycle */
            figures: {
                closed: {
                    /** @description Why a figure is not shown, such as `small-group`; null: none is hidden */
                    hidden: components["schemas"]["Fact"] | null;
                    /** @description Promised of the whole plan */
                    inAll: number;
                    /** @description Weighted gap points that were closed */
                    measured: number | null;
                    /** @description Of what was measured: only with this may it be compared */
                    promised: number;
                };
                cost: {
                    /** @description Why a figure is not shown, such as `small-group`; null: none is hidden */
                    hidden: components["schemas"]["Fact"] | null;
                    perPoint: number | null;
                    /** @description In the smallest unit of the currency */
                    total: number;
                };
                liked: {
                    answers: number;
                    /** @description Why a figure is not shown, such as `small-group`; null: none is hidden */
                    hidden: components["schemas"]["Fact"] | null;
                    /** @description 1 to 5 */
                    mean: number | null;
                };
                seats: {
                    absent: number;
                    /** @description Offerings that have been held */
                    held: number;
                    /** @description Of the whole plan */
                    offerings: number;
                    present: number;
                    /** @description Of the whole plan */
                    seats: number;
                };
            } | null;
            headline: components["schemas"]["Fact"] | null;
            names: {
                [key: string]: string;
            };
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
            /** @description Those that the asker sees, the furthest below the promise first */
            offerings: {
                difference: number | null;
                /** @description Why a figure is not shown, such as `small-group`; null: none is hidden */
                hidden: components["schemas"]["Fact"] | null;
                /** @description null: nobody was rated again, or it is hidden */
                measured: number | null;
                offering: string;
                /** @description Weighted gap points */
                promised: number;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            /** @description Gaps that the cycle leaves open, by people, as its proposals name them */
            open: {
                element: string;
                name: {
                    en: string;
                    "zh-CN": string;
                };
                people: number;
            }[];
            proposals: number;
            /** @description Departments of which nothing is on record: whom to talk to */
            silent: {
                department: string;
                head: string | null;
                name: {
                    en: string;
                    "zh-CN": string;
                };
                people: number;
                why: components["schemas"]["Fact"];
            }[];
            tookPart: {
                department: string;
                name: {
                    en: string;
                    "zh-CN": string;
                };
                people: number;
                /** @description People whom their supervisor has rated */
                rated: number;
                /** @description null: not yet */
                returned: ("needs" | "nil" | "silent") | null;
            }[];
        };
        OverviewInput: {
            asked: {
                /** @description How many more there are */
                more: number;
                /** @description The two that are due first */
                tasks: {
                    /** @description What the task is about, such as the number of an application */
                    about: string | null;
                    drafted: boolean;
                    /** @description 0 when nothing is saved */
                    draftRevision: number;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    late: boolean;
                    /** @description About how long one answer takes */
                    minutes: number;
                    /** @description The procedure that the round belongs to */
                    of: {
                        en: string;
                        "zh-CN": string;
                    } | null;
                    /** @description What kind of answer is asked for, such as review or agreements */
                    purpose: string;
                    round: string;
                    task: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
            };
            cycle: {
                currency: string;
                gapFrom: number;
                id: string;
                /** @description The days that the plan covers: figures are counted from the first of them */
                period: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                until: number | null;
            } | null;
            /** @description null: there is no cycle */
            figures: {
                closed: {
                    /** @description Why a figure is not shown, such as `small-group`; null: none is hidden */
                    hidden: components["schemas"]["FactInput"] | null;
                    /** @description Promised of the whole plan */
                    inAll: number;
                    /** @description Weighted gap points that were closed */
                    measured: number | null;
                    /** @description Of what was measured: only with this may it be compared */
                    promised: number;
                };
                cost: {
                    /** @description Why a figure is not shown, such as `small-group`; null: none is hidden */
                    hidden: components["schemas"]["FactInput"] | null;
                    perPoint: number | null;
                    /** @description In the smallest unit of the currency */
                    total: number;
                };
                liked: {
                    answers: number;
                    /** @description Why a figure is not shown, such as `small-group`; null: none is hidden */
                    hidden: components["schemas"]["FactInput"] | null;
                    /** @description 1 to 5 */
                    mean: number | null;
                };
                seats: {
                    absent: number;
                    /** @description Offerings that have been held */
                    held: number;
                    /** @description Of the whole plan */
                    offerings: number;
                    present: number;
                    /** @description Of the whole plan */
                    seats: number;
                };
            } | null;
            headline: components["schemas"]["FactInput"] | null;
            names: {
                [key: string]: string;
            };
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
            /** @description Those that the asker sees, the furthest below the promise first */
            offerings: {
                difference: number | null;
                /** @description Why a figure is not shown, such as `small-group`; null: none is hidden */
                hidden: components["schemas"]["FactInput"] | null;
                /** @description null: nobody was rated again, or it is hidden */
                measured: number | null;
                offering: string;
                /** @description Weighted gap points */
                promised: number;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            /** @description Gaps that the cycle leaves open, by people, as its proposals name them */
            open: {
                element: string;
                name: {
                    en: string;
                    "zh-CN": string;
                };
                people: number;
            }[];
            proposals: number;
            /** @description Departments of which nothing is on record: whom to talk to */
            silent: {
                department: string;
                head: string | null;
                name: {
                    en: string;
                    "zh-CN": string;
                };
                people: number;
                why: components["schemas"]["FactInput"];
            }[];
            tookPart: {
                department: string;
                name: {
                    en: string;
                    "zh-CN": string;
                };
                people: number;
                /** @description People whom their supervisor has rated */
                rated: number;
                /** @description null: not yet */
                returned: ("needs" | "nil" | "silent") | null;
            }[];
        };
        Paired: {
            /** @constant */
            state: "waiting";
        } | {
            areas: string[] | null;
            id: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            madeAt: number;
            name: string;
            person: string;
            /** @enum {string} */
            scope: "read" | "act";
            /** @description When it was in use last, to the minute; null: never */
            seenAt: number | null;
            /** @constant */
            state: "given";
            /** @description Shown this once; only its digest is kept */
            token: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            until: number;
        };
        PairedInput: {
            /** @constant */
            state: "waiting";
        } | {
            areas: string[] | null;
            id: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            madeAt: number;
            name: string;
            person: string;
            /** @enum {string} */
            scope: "read" | "act";
            /** @description When it was in use last, to the minute; null: never */
            seenAt: number | null;
            /** @constant */
            state: "given";
            /** @description Shown this once; only its digest is kept */
            token: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            until: number;
        };
        Pairing: {
            /** @description Where they type it */
            address: string;
            /** @description What its person types */
            code: string;
            /** @description By which the program asks whether it was let in; nobody else is told it */
            device: string;
            /** @description How often to ask */
            seconds: number;
            /** @description Milliseconds since 1970, by the clock on the wall */
            until: number;
        };
        PairingCode: {
            code: unknown;
        };
        PairingCodeInput: {
            code: string;
        };
        PairingInput: {
            /** @description Where they type it */
            address: string;
            /** @description What its person types */
            code: string;
            /** @description By which the program asks whether it was let in; nobody else is told it */
            device: string;
            /** @description How often to ask */
            seconds: number;
            /** @description Milliseconds since 1970, by the clock on the wall */
            until: number;
        };
        PairingView: {
            /** @description From where it has asked */
            address: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            askedAt: number;
            /** @description What the program calls itself, which anybody may say */
            name: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            until: number;
        };
        PairingViewInput: {
            /** @description From where it has asked */
            address: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            askedAt: number;
            /** @description What the program calls itself, which anybody may say */
            name: string;
            /** @description Milliseconds since 1970, by the clock on the wall */
            until: number;
        };
        PlanDifference: {
            difference: {
                readonly added: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                }[];
                readonly changed: {
                    course: string;
                    readonly fields: {
                        after: string | number | null | string[];
                        before: string | number | null | string[];
                        field: string;
                    }[];
                    id: string;
                    readonly joined: string[];
                    readonly left: string[];
                }[];
                cuts: {
                    readonly came: {
                        limit: {
                            id: string | null;
                            kind: string;
                        };
                        need: string;
                        readonly people: string[];
                    }[];
                    readonly went: {
                        limit: {
                            id: string | null;
                            kind: string;
                        };
                        need: string;
                        readonly people: string[];
                    }[];
                };
                readonly removed: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                }[];
                totals: {
                    cost: {
                        after: number;
                        before: number;
                    };
                    cut: {
                        after: number;
                        before: number;
                    };
                    effect: {
                        after: number;
                        before: number;
                    };
                    offerings: {
                        after: number;
                        before: number;
                    };
                    places: {
                        after: number;
                        before: number;
                    };
                };
            } | null;
            /** @description What differs, one by one and in words, the totals last */
            facts: components["schemas"]["Fact"][];
            /** @description null: there is nothing to compare with */
            from: number | null;
            /**
             * @description Why it is compared with that version
             * @enum {string}
             */
            since: "asked" | "last-look" | "version-before";
            to: number;
        };
        PlanDifferenceInput: {
            difference: {
                readonly added: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                }[];
                readonly changed: {
                    course: string;
                    readonly fields: {
                        after: string | number | null | string[];
                        before: string | number | null | string[];
                        field: string;
                    }[];
                    id: string;
                    readonly joined: string[];
                    readonly left: string[];
                }[];
                cuts: {
                    readonly came: {
                        limit: {
                            id: string | null;
                            kind: string;
                        };
                        need: string;
                        readonly people: string[];
                    }[];
                    readonly went: {
                        limit: {
                            id: string | null;
                            kind: string;
                        };
                        need: string;
                        readonly people: string[];
                    }[];
                };
                readonly removed: {
                    budgetLine: string;
                    cost: number;
                    course: string;
                    days: string[];
                    effect: number;
                    hours: number;
                    id: string;
                    needs: string[];
                    /** @description Those whom the asker may see */
                    participants: string[];
                    /** @description How many take part */
                    places: number;
                    quote: string | null;
                    room: string | null;
                    seats: number;
                    trainer: string | null;
                }[];
                totals: {
                    cost: {
                        after: number;
                        before: number;
                    };
                    cut: {
                        after: number;
                        before: number;
                    };
                    effect: {
                        after: number;
                        before: number;
                    };
                    offerings: {
                        after: number;
                        before: number;
                    };
                    places: {
                        after: number;
                        before: number;
                    };
                };
            } | null;
            /** @description What differs, one by one and in words, the totals last */
            facts: components["schemas"]["FactInput"][];
            /** @description null: there is nothing to compare with */
            from: number | null;
            /**
             * @description Why it is compared with that version
             * @enum {string}
             */
            since: "asked" | "last-look" | "version-before";
            to: number;
        };
        Preview: {
            readonly days: {
                day: string;
                messages: number;
                people: number;
            }[];
            readonly messages: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                /** @description Who is asked depends on answers to come: these people at most */
                atMost: boolean;
                /** @description By the clock where these people are */
                local: string;
                readonly people: string[];
                /** @description What the round is for that sends it; null: the procedure itself */
                purpose: string | null;
                /** @description Which reminder, 0 the first; null: none */
                rung: number | null;
                stage: string;
                tasks: number;
                template: string;
                timeZone: string;
            }[];
            readonly mostInADay: {
                day: string;
                messages: number;
                person: string;
            }[];
            readonly mostInAll: {
                messages: number;
                person: string;
            }[];
            /** @description What does not keep it from opening and is to be known before */
            readonly notes: {
                en: string;
                "zh-CN": string;
            }[];
            /** @description Why it cannot be opened like this; null: it can, and all else is told */
            refusal: string | null;
            readonly stages: {
                end: number | null;
                /** @description When nobody answers early, and silence has been given its meaning */
                latestEnd: number | null;
                /** @description When nobody answers early; null: it cannot be foreseen */
                latestStart: number | null;
                stage: string;
                /** @description By the timetable; null: it says nothing of this stage */
                start: number | null;
            }[];
            total: number;
        };
        PreviewInput: {
            readonly days: {
                day: string;
                messages: number;
                people: number;
            }[];
            readonly messages: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                /** @description Who is asked depends on answers to come: these people at most */
                atMost: boolean;
                /** @description By the clock where these people are */
                local: string;
                readonly people: string[];
                /** @description What the round is for that sends it; null: the procedure itself */
                purpose: string | null;
                /** @description Which reminder, 0 the first; null: none */
                rung: number | null;
                stage: string;
                tasks: number;
                template: string;
                timeZone: string;
            }[];
            readonly mostInADay: {
                day: string;
                messages: number;
                person: string;
            }[];
            readonly mostInAll: {
                messages: number;
                person: string;
            }[];
            /** @description What does not keep it from opening and is to be known before */
            readonly notes: {
                en: string;
                "zh-CN": string;
            }[];
            /** @description Why it cannot be opened like this; null: it can, and all else is told */
            refusal: string | null;
            readonly stages: {
                end: number | null;
                /** @description When nobody answers early, and silence has been given its meaning */
                latestEnd: number | null;
                /** @description When nobody answers early; null: it cannot be foreseen */
                latestStart: number | null;
                stage: string;
                /** @description By the timetable; null: it says nothing of this stage */
                start: number | null;
            }[];
            total: number;
        };
        /** Problem */
        Problem: {
            /** @description What the sentence is, however it is worded; null: it has no name */
            because: string | null;
            /** @description The code in `type` */
            code: string;
            /** @description One sentence for a person, in the language of Accept-Language where there is one: what, where, and how to mend it */
            detail: string;
            /** @description What it speaks of, by the names in its sentence */
            facts: {
                [key: string]: unknown;
            };
            /** @description The path that was asked for */
            instance: string;
            status: number;
            title: string;
            /** @description /problems/ and the code, which never changes */
            type: string;
        };
        /** Problem */
        ProblemInput: {
            /** @description What the sentence is, however it is worded; null: it has no name */
            because: string | null;
            /** @description The code in `type` */
            code: string;
            /** @description One sentence for a person, in the language of Accept-Language where there is one: what, where, and how to mend it */
            detail: string;
            /** @description What it speaks of, by the names in its sentence */
            facts: {
                [key: string]: unknown;
            };
            /** @description The path that was asked for */
            instance: string;
            status: number;
            title: string;
            /** @description /problems/ and the code, which never changes */
            type: string;
        };
        ProcedureList: {
            procedures: {
                cancelled: boolean;
                /** @description It is over, however it ended */
                closed: boolean;
                id: string;
                kind: string;
                /** @description Whoever runs it is not of operations any more: hand it over; for operations and auditors, false for others */
                needsHand: boolean;
                /** @description Who runs it; null: the engine */
                owner: string | null;
                paused: boolean;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description When its stage ends, or should; null: time does not end it */
                until: number | null;
            }[];
        };
        ProcedureListInput: {
            procedures: {
                cancelled: boolean;
                /** @description It is over, however it ended */
                closed: boolean;
                id: string;
                kind: string;
                /** @description Whoever runs it is not of operations any more: hand it over; for operations and auditors, false for others */
                needsHand: boolean;
                /** @description Who runs it; null: the engine */
                owner: string | null;
                paused: boolean;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description When its stage ends, or should; null: time does not end it */
                until: number | null;
            }[];
        };
        ProcedureView: {
            cancelled: boolean;
            /** @description It is over, however it ended */
            closed: boolean;
            id: string;
            kind: string;
            /** @description Whoever runs it is not of operations any more: hand it over; for operations and auditors, false for others */
            needsHand: boolean;
            /** @description What is particular to its kind, as far as its definition shows it to whoever asks */
            own: {
                [key: string]: unknown;
            };
            /** @description Who runs it; null: the engine */
            owner: string | null;
            paused: boolean;
            /** @description Beginning and end of the stages whose end its terms say */
            plan: {
                [key: string]: {
                    /** @description Procedure time, milliseconds since 1970 */
                    end: number;
                    /** @description Procedure time, milliseconds since 1970 */
                    start: number;
                };
            };
            /** @description Open ones; for operations, empty for others */
            rounds: components["schemas"]["Round"][];
            stage: string;
            title: {
                en: string;
                "zh-CN": string;
            };
            /** @description Why time does not act in it; for operations, null for others */
            trouble: components["schemas"]["Trouble"] | null;
            /** @description When its stage ends, or should; null: time does not end it */
            until: number | null;
        };
        ProcedureViewInput: {
            cancelled: boolean;
            /** @description It is over, however it ended */
            closed: boolean;
            id: string;
            kind: string;
            /** @description Whoever runs it is not of operations any more: hand it over; for operations and auditors, false for others */
            needsHand: boolean;
            /** @description What is particular to its kind, as far as its definition shows it to whoever asks */
            own: {
                [key: string]: unknown;
            };
            /** @description Who runs it; null: the engine */
            owner: string | null;
            paused: boolean;
            /** @description Beginning and end of the stages whose end its terms say */
            plan: {
                [key: string]: {
                    /** @description Procedure time, milliseconds since 1970 */
                    end: number;
                    /** @description Procedure time, milliseconds since 1970 */
                    start: number;
                };
            };
            /** @description Open ones; for operations, empty for others */
            rounds: components["schemas"]["RoundInput"][];
            stage: string;
            title: {
                en: string;
                "zh-CN": string;
            };
            /** @description Why time does not act in it; for operations, null for others */
            trouble: components["schemas"]["TroubleInput"] | null;
            /** @description When its stage ends, or should; null: time does not end it */
            until: number | null;
        };
        RefusedOrder: {
            /** @description Procedure time, milliseconds since 1970 */
            at: number;
            code: string;
            /** @description Why it was refused */
            detail: string;
            key: string;
            to: string;
            /** @description What was ordered: the type of the command */
            type: string;
        };
        RefusedOrderInput: {
            /** @description Procedure time, milliseconds since 1970 */
            at: number;
            code: string;
            /** @description Why it was refused */
            detail: string;
            key: string;
            to: string;
            /** @description What was ordered: the type of the command */
            type: string;
        };
        Retention: {
            kinds: {
                /** @description How many of it are too old now; the engine lets go of them within the hour */
                count: number;
                /** @description For so many days it is kept; 0: for ever */
                days: number;
                /** @description What becomes of it */
                ends: string;
                /** @description From when these are counted */
                from: string;
                /** @enum {string} */
                kind: "messages" | "outcomes" | "drafts" | "signIns" | "uploads" | "evidence" | "documents" | "leavers" | "selections" | "cycles";
                what: string;
            }[];
        };
        RetentionInput: {
            kinds: {
                /** @description How many of it are too old now; the engine lets go of them within the hour */
                count: number;
                /** @description For so many days it is kept; 0: for ever */
                days: number;
                /** @description What becomes of it */
                ends: string;
                /** @description From when these are counted */
                from: string;
                /** @enum {string} */
                kind: "messages" | "outcomes" | "drafts" | "signIns" | "uploads" | "evidence" | "documents" | "leavers" | "selections" | "cycles";
                what: string;
            }[];
        };
        ReviewersPreview: {
            /** @description Name and department are hidden, and files have numbers for names */
            blind: boolean;
            department: string | null;
            departmentName: {
                en: string;
                "zh-CN": string;
            } | null;
            evidence: {
                id: string;
                mediaType: string;
                name: string;
                size: number;
            }[];
            hoursPerMonth: number;
            late: boolean | null;
            name: string | null;
            outline: string | null;
            person: string | null;
            /** @description null: its author was erased */
            profile: string | null;
            /** @enum {string} */
            sight: "operations" | "auditor" | "applicant" | "panel" | "manager" | "screener" | "handler" | "asked" | "reviewer";
            /** @description null: a blind reviewer asks */
            submittedAt: number | null;
            topics: string[];
            withdrawn: boolean;
        };
        ReviewersPreviewInput: {
            /** @description Name and department are hidden, and files have numbers for names */
            blind: boolean;
            department: string | null;
            departmentName: {
                en: string;
                "zh-CN": string;
            } | null;
            evidence: {
                id: string;
                mediaType: string;
                name: string;
                size: number;
            }[];
            hoursPerMonth: number;
            late: boolean | null;
            name: string | null;
            outline: string | null;
            person: string | null;
            /** @description null: its author was erased */
            profile: string | null;
            /** @enum {string} */
            sight: "operations" | "auditor" | "applicant" | "panel" | "manager" | "screener" | "handler" | "asked" | "reviewer";
            /** @description null: a blind reviewer asks */
            submittedAt: number | null;
            topics: string[];
            withdrawn: boolean;
        };
        RoleList: {
            roles: {
                /** @description null: the directory does not know them */
                name: string | null;
                person: string;
                /** @enum {string} */
                role: "operations" | "auditor" | "leader";
                /** @description The department that it is about; null: the whole company */
                scope: string | null;
                /** @description The last day on which it holds, YYYY-MM-DD; null: until it is taken */
                until: string | null;
            }[];
        };
        RoleListInput: {
            roles: {
                /** @description null: the directory does not know them */
                name: string | null;
                person: string;
                /** @enum {string} */
                role: "operations" | "auditor" | "leader";
                /** @description The department that it is about; null: the whole company */
                scope: string | null;
                /** @description The last day on which it holds, YYYY-MM-DD; null: until it is taken */
                until: string | null;
            }[];
        };
        Round: {
            /** @description Tasks by state; a state without any is left out */
            counts: {
                [key: string]: number;
            };
            /** @description Procedure time, milliseconds since 1970 */
            due: number;
            id: string;
            /** @description Open tasks whose due instant has passed, before the round was put on hold if it is */
            late: number;
            /** @description Procedure time, milliseconds since 1970 */
            openedAt: number;
            owner: string | null;
            purpose: string;
            settledAt: number | null;
            /** @enum {string} */
            state: "open" | "held" | "settled";
            tasks: number;
            title: {
                en: string;
                "zh-CN": string;
            };
            /** @description Why time does not act in it, for operations; null: it does */
            trouble: components["schemas"]["Trouble"] | null;
        };
        RoundInput: {
            /** @description Tasks by state; a state without any is left out */
            counts: {
                [key: string]: number;
            };
            /** @description Procedure time, milliseconds since 1970 */
            due: number;
            id: string;
            /** @description Open tasks whose due instant has passed, before the round was put on hold if it is */
            late: number;
            /** @description Procedure time, milliseconds since 1970 */
            openedAt: number;
            owner: string | null;
            purpose: string;
            settledAt: number | null;
            /** @enum {string} */
            state: "open" | "held" | "settled";
            tasks: number;
            title: {
                en: string;
                "zh-CN": string;
            };
            /** @description Why time does not act in it, for operations; null: it does */
            trouble: components["schemas"]["TroubleInput"] | null;
        };
        RoundList: {
            rounds: components["schemas"]["Round"][];
        };
        RoundListInput: {
            rounds: components["schemas"]["RoundInput"][];
        };
        RoundStanding: {
            id: string;
            standing: {
                about: string;
                answers: number;
                mean: number;
                /** @description 1 for the best; equal means share a place and the next one is skipped */
                place: number;
            }[];
            /** @enum {string} */
            state: "open" | "held" | "settled";
        };
        RoundStandingInput: {
            id: string;
            standing: {
                about: string;
                answers: number;
                mean: number;
                /** @description 1 for the best; equal means share a place and the next one is skipped */
                place: number;
            }[];
            /** @enum {string} */
            state: "open" | "held" | "settled";
        };
        Selection: {
            /** @description How long the manager of whoever applies has to agree, and what it means when they do not answer */
            agreement: {
                /** @enum {string} */
                silence: "wait" | "nil" | "consent" | "replace";
                within: string;
            };
            appointed: {
                application: string;
                department: string;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                };
                from: string;
                name: string | null;
                person: string;
                topics: string[];
                until: string;
            }[];
            blind: boolean;
            /** @description Posted from the public notice on */
            candidates: {
                application: string;
                department: string;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                };
                name: string | null;
                person: string;
                topics: string[];
            }[] | null;
            /** @description The objection period stands still while an objection is open */
            clockStopped: boolean;
            closed: boolean;
            company: {
                en: string;
                "zh-CN": string;
            };
            criteria: {
                /** @default [] */
                anchors: {
                    score: number;
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default 10 */
                max: number;
                /** @default 0 */
                min: number;
                minimum?: string;
                /** @default 0.25 */
                step: number;
                weight: string;
            }[];
            criteriaFrozen: boolean;
            eligibility: {
                /** @default [] */
                grades: ("staff" | "senior" | "middle_manager" | "senior_manager" | "executive")[];
                /** @default null */
                performance: number | null;
                /** @default 0 */
                serviceMargin: number;
                /** @default 0 */
                serviceMonths: number;
                /** @default false */
                technicalBackbones: boolean;
            };
            /** @description Who stands behind it, once they were asked */
            endorsements: {
                name: string | null;
                person: string;
                words: string | null;
            }[];
            id: string;
            machinery: {
                counts: {
                    applications: number;
                    eligible: number;
                    ineligible: number;
                    objectionsOpen: number;
                    reviews: number;
                    waived: number;
                    withdrawn: number;
                };
                disagreements: {
                    application: string;
                    difference: number;
                    reviewers: string[];
                }[];
                endorsements: {
                    refusing: string[];
                    silent: string[];
                    supporting: string[];
                } | null;
                objections: {
                    about: string | null;
                    by: string;
                    handler: string | null;
                    id: string;
                    /** @description Procedure time, milliseconds since 1970 */
                    raisedAt: number;
                    stage: ("measures" | "publicity" | "call" | "screening" | "reviewers" | "review" | "ranking" | "decision" | "notice" | "results" | "closed") | null;
                    /** @enum {string} */
                    state: "open" | "upheld" | "dismissed";
                }[];
                /** @description People who have opened it, by department */
                reached: {
                    [key: string]: number;
                };
                /** @description Orders that were refused, to be given again or dropped */
                refusedOrders: components["schemas"]["RefusedOrder"][];
                reviewers: {
                    limit: number;
                    person: string;
                    reviews: number;
                }[];
                rounds: {
                    concluded: boolean;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    id: string;
                    number: number;
                    purpose: string;
                }[];
                shortages: {
                    applications: string[];
                    /** @enum {string} */
                    kind: "application" | "reviewers" | "quota";
                    needed: number;
                    possible: number;
                    reviewers: string[];
                    sentence: string;
                    short: number;
                }[];
                /** @description People whom the publicity notice was sent to, by department */
                told: {
                    [key: string]: number;
                };
                /** @description Why time does not act in it; null: it does */
                trouble: components["schemas"]["Trouble"] | null;
                /** @description Departments that no notice has reached */
                unreached: string[] | null;
                /** @description Whom and what the selection waits for */
                waiting: {
                    people: string[];
                    purpose: string | null;
                    round: string | null;
                    /** @description What operations have to do */
                    what: string | null;
                }[];
            } | null;
            measures: {
                /** @description Procedure time, milliseconds since 1970 */
                publishedAt: number;
                texts: {
                    duties: {
                        en: string;
                        "zh-CN": string;
                    };
                    incentives: {
                        en: string;
                        "zh-CN": string;
                    };
                    term: {
                        en: string;
                        "zh-CN": string;
                    };
                    useOfResults: {
                        en: string;
                        "zh-CN": string;
                    };
                    workloadProtection: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                version: number;
            } | null;
            mine: {
                application: string | null;
                /** @description Whether the asker may apply, by the rule as it stands today */
                eligible: {
                    /**
                     * @description unclear: a person decides
                     * @enum {string}
                     */
                    answer: "yes" | "no" | "unclear";
                    /** @description What the asker fulfils of what is asked for */
                    met: {
                        en: string;
                        "zh-CN": string;
                    }[];
                    /** @description What speaks against it, or has to be decided by a person */
                    reasons: {
                        code: string;
                        /** @description What can be done about it; null: nothing by the asker */
                        mend: {
                            en: string;
                            "zh-CN": string;
                        } | null;
                        text: {
                            en: string;
                            "zh-CN": string;
                        };
                    }[];
                };
                objections: {
                    about: string | null;
                    id: string;
                    state: string;
                }[];
                reviews: number;
                roles: ("operations" | "auditor" | "applicant" | "nominee" | "reviewer" | "panel" | "chair" | "screener" | "handler" | "leader")[];
            };
            objectionPeriod: string;
            paused: boolean;
            /** @description Until when objections were taken as the notice was posted, where one has moved that; null: it has not moved */
            postedUntil: number | null;
            /** @description For operations, and for the panel when it decides */
            rankings: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                digest: string;
                number: number;
            }[] | null;
            seats: number;
            /** @enum {string} */
            stage: "measures" | "publicity" | "call" | "screening" | "reviewers" | "review" | "ranking" | "decision" | "notice" | "results" | "closed";
            termMonths: number;
            timetable: {
                end: number | null;
                /** @description How often it has begun */
                runs: number;
                /** @enum {string} */
                stage: "measures" | "publicity" | "call" | "screening" | "reviewers" | "review" | "ranking" | "decision" | "notice" | "results" | "closed";
                start: number | null;
                /** @enum {string} */
                state: "done" | "current" | "ahead";
            }[];
            title: {
                en: string;
                "zh-CN": string;
            };
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            /** @description When the stage ends, or should; null: time does not end it */
            until: number | null;
        };
        SelectionInput: {
            /** @description How long the manager of whoever applies has to agree, and what it means when they do not answer */
            agreement: {
                /** @enum {string} */
                silence: "wait" | "nil" | "consent" | "replace";
                within: string;
            };
            appointed: {
                application: string;
                department: string;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                };
                from: string;
                name: string | null;
                person: string;
                topics: string[];
                until: string;
            }[];
            blind: boolean;
            /** @description Posted from the public notice on */
            candidates: {
                application: string;
                department: string;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                };
                name: string | null;
                person: string;
                topics: string[];
            }[] | null;
            /** @description The objection period stands still while an objection is open */
            clockStopped: boolean;
            closed: boolean;
            company: {
                en: string;
                "zh-CN": string;
            };
            criteria: {
                /** @default [] */
                anchors: {
                    score: number;
                    text: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                /** @default 10 */
                max: number;
                /** @default 0 */
                min: number;
                minimum?: string;
                /** @default 0.25 */
                step: number;
                weight: string;
            }[];
            criteriaFrozen: boolean;
            eligibility: {
                /** @default [] */
                grades: ("staff" | "senior" | "middle_manager" | "senior_manager" | "executive")[];
                /** @default null */
                performance: number | null;
                /** @default 0 */
                serviceMargin: number;
                /** @default 0 */
                serviceMonths: number;
                /** @default false */
                technicalBackbones: boolean;
            };
            /** @description Who stands behind it, once they were asked */
            endorsements: {
                name: string | null;
                person: string;
                words: string | null;
            }[];
            id: string;
            machinery: {
                counts: {
                    applications: number;
                    eligible: number;
                    ineligible: number;
                    objectionsOpen: number;
                    reviews: number;
                    waived: number;
                    withdrawn: number;
                };
                disagreements: {
                    application: string;
                    difference: number;
                    reviewers: string[];
                }[];
                endorsements: {
                    refusing: string[];
                    silent: string[];
                    supporting: string[];
                } | null;
                objections: {
                    about: string | null;
                    by: string;
                    handler: string | null;
                    id: string;
                    /** @description Procedure time, milliseconds since 1970 */
                    raisedAt: number;
                    stage: ("measures" | "publicity" | "call" | "screening" | "reviewers" | "review" | "ranking" | "decision" | "notice" | "results" | "closed") | null;
                    /** @enum {string} */
                    state: "open" | "upheld" | "dismissed";
                }[];
                /** @description People who have opened it, by department */
                reached: {
                    [key: string]: number;
                };
                /** @description Orders that were refused, to be given again or dropped */
                refusedOrders: components["schemas"]["RefusedOrderInput"][];
                reviewers: {
                    limit: number;
                    person: string;
                    reviews: number;
                }[];
                rounds: {
                    concluded: boolean;
                    /** @description Procedure time, milliseconds since 1970 */
                    due: number;
                    id: string;
                    number: number;
                    purpose: string;
                }[];
                shortages: {
                    applications: string[];
                    /** @enum {string} */
                    kind: "application" | "reviewers" | "quota";
                    needed: number;
                    possible: number;
                    reviewers: string[];
                    sentence: string;
                    short: number;
                }[];
                /** @description People whom the publicity notice was sent to, by department */
                told: {
                    [key: string]: number;
                };
                /** @description Why time does not act in it; null: it does */
                trouble: components["schemas"]["TroubleInput"] | null;
                /** @description Departments that no notice has reached */
                unreached: string[] | null;
                /** @description Whom and what the selection waits for */
                waiting: {
                    people: string[];
                    purpose: string | null;
                    round: string | null;
                    /** @description What operations have to do */
                    what: string | null;
                }[];
            } | null;
            measures: {
                /** @description Procedure time, milliseconds since 1970 */
                publishedAt: number;
                texts: {
                    duties: {
                        en: string;
                        "zh-CN": string;
                    };
                    incentives: {
                        en: string;
                        "zh-CN": string;
                    };
                    term: {
                        en: string;
                        "zh-CN": string;
                    };
                    useOfResults: {
                        en: string;
                        "zh-CN": string;
                    };
                    workloadProtection: {
                        en: string;
                        "zh-CN": string;
                    };
                };
                version: number;
            } | null;
            mine: {
                application: string | null;
                /** @description Whether the asker may apply, by the rule as it stands today */
                eligible: {
                    /**
                     * @description unclear: a person decides
                     * @enum {string}
                     */
                    answer: "yes" | "no" | "unclear";
                    /** @description What the asker fulfils of what is asked for */
                    met: {
                        en: string;
                        "zh-CN": string;
                    }[];
                    /** @description What speaks against it, or has to be decided by a person */
                    reasons: {
                        code: string;
                        /** @description What can be done about it; null: nothing by the asker */
                        mend: {
                            en: string;
                            "zh-CN": string;
                        } | null;
                        text: {
                            en: string;
                            "zh-CN": string;
                        };
                    }[];
                };
                objections: {
                    about: string | null;
                    id: string;
                    state: string;
                }[];
                reviews: number;
                roles: ("operations" | "auditor" | "applicant" | "nominee" | "reviewer" | "panel" | "chair" | "screener" | "handler" | "leader")[];
            };
            objectionPeriod: string;
            paused: boolean;
            /** @description Until when objections were taken as the notice was posted, where one has moved that; null: it has not moved */
            postedUntil: number | null;
            /** @description For operations, and for the panel when it decides */
            rankings: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                digest: string;
                number: number;
            }[] | null;
            seats: number;
            /** @enum {string} */
            stage: "measures" | "publicity" | "call" | "screening" | "reviewers" | "review" | "ranking" | "decision" | "notice" | "results" | "closed";
            termMonths: number;
            timetable: {
                end: number | null;
                /** @description How often it has begun */
                runs: number;
                /** @enum {string} */
                stage: "measures" | "publicity" | "call" | "screening" | "reviewers" | "review" | "ranking" | "decision" | "notice" | "results" | "closed";
                start: number | null;
                /** @enum {string} */
                state: "done" | "current" | "ahead";
            }[];
            title: {
                en: string;
                "zh-CN": string;
            };
            topics: {
                id: string;
                label: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            /** @description When the stage ends, or should; null: time does not end it */
            until: number | null;
        };
        Sessions: {
            sessions: {
                /** @description Milliseconds since 1970, by the clock on the wall */
                begunAt: number;
                /** @description As it calls itself; null: not known */
                browser: string | null;
                /** @description Whether it is the one that asks */
                current: boolean;
                id: string;
                /** @description When it was in use last, to the minute */
                seenAt: number;
                stays: boolean;
                system: string | null;
                /** @description Milliseconds since 1970, by the clock on the wall */
                until: number;
                /**
                 * @description dev: as anybody, while Rostrum is tried out; link: by the link of a letter; company: by its account
                 * @enum {string}
                 */
                way: "dev" | "link" | "company";
            }[];
        };
        SessionsInput: {
            sessions: {
                /** @description Milliseconds since 1970, by the clock on the wall */
                begunAt: number;
                /** @description As it calls itself; null: not known */
                browser: string | null;
                /** @description Whether it is the one that asks */
                current: boolean;
                id: string;
                /** @description When it was in use last, to the minute */
                seenAt: number;
                stays: boolean;
                system: string | null;
                /** @description Milliseconds since 1970, by the clock on the wall */
                until: number;
                /**
                 * @description dev: as anybody, while Rostrum is tried out; link: by the link of a letter; company: by its account
                 * @enum {string}
                 */
                way: "dev" | "link" | "company";
            }[];
        };
        Settings: {
            /** @description Of pages and letters; null: as the directory has it */
            language: ("en" | "zh-CN") | null;
            /** @description When no letter comes that can wait until they are over; null: at no hour */
            quiet: {
                /** @description An hour of the clock where the person is */
                from: number;
                /** @description An hour of the clock where the person is */
                until: number;
            } | null;
            /** @description When letters come that can wait */
            rhythm: {
                /** @constant */
                letters: "at-once";
            } | {
                /** @description An hour of the clock where the person is */
                hour: number;
                /** @constant */
                letters: "daily";
            } | {
                /** @description 1 is Monday, 7 Sunday */
                day: number;
                /** @description An hour of the clock where the person is */
                hour: number;
                /** @constant */
                letters: "weekly";
            };
            /** @enum {string} */
            theme: "auto" | "light" | "dark";
            /** @description In which hours are told; null: as the directory has it */
            zone: string | null;
        };
        SettingsInput: {
            /** @description Of pages and letters; null: as the directory has it */
            language: ("en" | "zh-CN") | null;
            /** @description When no letter comes that can wait until they are over; null: at no hour */
            quiet: {
                /** @description An hour of the clock where the person is */
                from: number;
                /** @description An hour of the clock where the person is */
                until: number;
            } | null;
            /** @description When letters come that can wait */
            rhythm: {
                /** @constant */
                letters: "at-once";
            } | {
                /** @description An hour of the clock where the person is */
                hour: number;
                /** @constant */
                letters: "daily";
            } | {
                /** @description 1 is Monday, 7 Sunday */
                day: number;
                /** @description An hour of the clock where the person is */
                hour: number;
                /** @constant */
                letters: "weekly";
            };
            /** @enum {string} */
            theme: "auto" | "light" | "dark";
            /** @description In which hours are told; null: as the directory has it */
            zone: string | null;
        };
        SettingsView: {
            /** @description Who stands in for the person on leave, as they have said by `nameDeputy`; null: nobody in particular */
            deputy: {
                id: string;
                name: string | null;
            } | null;
            /** @description What the directory says; null: it does not know the person */
            directory: {
                calendar: string | null;
                language: ("en" | "zh-CN") | null;
                zone: string | null;
            };
            /** @description Of pages and letters; null: as the directory has it */
            language: ("en" | "zh-CN") | null;
            /** @description When no letter comes that can wait until they are over; null: at no hour */
            quiet: {
                /** @description An hour of the clock where the person is */
                from: number;
                /** @description An hour of the clock where the person is */
                until: number;
            } | null;
            /** @description When no reminder is sent, HH:MM where the directory says that the person is */
            quietHours: {
                from: string;
                until: string;
            };
            /** @description When letters come that can wait */
            rhythm: {
                /** @constant */
                letters: "at-once";
            } | {
                /** @description An hour of the clock where the person is */
                hour: number;
                /** @constant */
                letters: "daily";
            } | {
                /** @description 1 is Monday, 7 Sunday */
                day: number;
                /** @description An hour of the clock where the person is */
                hour: number;
                /** @constant */
                letters: "weekly";
            };
            /** @enum {string} */
            theme: "auto" | "light" | "dark";
            /** @description In which hours are told; null: as the directory has it */
            zone: string | null;
        };
        SettingsViewInput: {
            /** @description Who stands in for the person on leave, as they have said by `nameDeputy`; null: nobody in particular */
            deputy: {
                id: string;
                name: string | null;
            } | null;
            /** @description What the directory says; null: it does not know the person */
            directory: {
                calendar: string | null;
                language: ("en" | "zh-CN") | null;
                zone: string | null;
            };
            /** @description Of pages and letters; null: as the directory has it */
            language: ("en" | "zh-CN") | null;
            /** @description When no letter comes that can wait until they are over; null: at no hour */
            quiet: {
                /** @description An hour of the clock where the person is */
                from: number;
                /** @description An hour of the clock where the person is */
                until: number;
            } | null;
            /** @description When no reminder is sent, HH:MM where the directory says that the person is */
            quietHours: {
                from: string;
                until: string;
            };
            /** @description When letters come that can wait */
            rhythm: {
                /** @constant */
                letters: "at-once";
            } | {
                /** @description An hour of the clock where the person is */
                hour: number;
                /** @constant */
                letters: "daily";
            } | {
                /** @description 1 is Monday, 7 Sunday */
                day: number;
                /** @description An hour of the clock where the person is */
                hour: number;
                /** @constant */
                letters: "weekly";
            };
            /** @enum {string} */
            theme: "auto" | "light" | "dark";
            /** @description In which hours are told; null: as the directory has it */
            zone: string | null;
        };
        SignedIn: {
            /** @description Where to go on */
            path: string;
            person: string;
            /** @description When the session ends at the latest, milliseconds since 1970 by the clock on the wall */
            until: number;
        };
        SignedInInput: {
            /** @description Where to go on */
            path: string;
            person: string;
            /** @description When the session ends at the latest, milliseconds since 1970 by the clock on the wall */
            until: number;
        };
        SignedOut: {
            /** @description How many links of letters cannot be used any more */
            links: number;
            /** @description How many have ended */
            sessions: number;
        };
        SignedOutInput: {
            /** @description How many links of letters cannot be used any more */
            links: number;
            /** @description How many have ended */
            sessions: number;
        };
        SignIn: {
            /**
             * @description Whether to stay signed in on this device
             * @default false
             */
            stay: boolean;
            token: string;
        } | {
            dev: string;
            /**
             * @description Whether to stay signed in on this device
             * @default false
             */
            stay: boolean;
        };
        SignInInput: {
            /**
             * @description Whether to stay signed in on this device
             * @default false
             */
            stay: boolean;
            token: string;
        } | {
            dev: string;
            /**
             * @description Whether to stay signed in on this device
             * @default false
             */
            stay: boolean;
        };
        Sitting: {
            /** @description Of the round */
            due: number;
            /** @description Scores that one has given in this round, by field */
            earlier: {
                [key: string]: {
                    score: number;
                    task: string;
                }[];
            };
            /** @description Those of the tasks */
            forms: {
                form: {
                    fields: ({
                        anchors?: {
                            score: number;
                            text: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                        key: string;
                        /** @constant */
                        kind: "score";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        max: number;
                        min: number;
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                        step: number;
                        wanted?: number;
                    } | {
                        key: string;
                        /** @constant */
                        kind: "choice";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        options: {
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                            value: string;
                        }[];
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    } | {
                        key: string;
                        /** @constant */
                        kind: "text";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default 4000 */
                        maxLength: number;
                        /** @default 0 */
                        minLength: number;
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    } | {
                        key: string;
                        /** @constant */
                        kind: "flag";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    } | {
                        key: string;
                        /** @constant */
                        kind: "date";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    } | {
                        key: string;
                        /** @constant */
                        kind: "people";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default 1 */
                        max: number;
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    } | {
                        from: ("people" | "needs") | string[];
                        key: string;
                        /** @constant */
                        kind: "ids";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default 50 */
                        max: number;
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    })[];
                };
                key: string | null;
                /** @description The post whose people are rated by it; null: it is not for one post */
                post: {
                    en: string;
                    "zh-CN": string;
                } | null;
            }[];
            guide: {
                text: {
                    en: string;
                    "zh-CN": string;
                };
                title: {
                    en: string;
                    "zh-CN": string;
                };
                version: number;
            }[];
            may: ("submit" | "delegate" | "recuse" | "decline" | "takeBack")[];
            minutes: number;
            of: {
                en: string;
                "zh-CN": string;
            } | null;
            purpose: string;
            round: string;
            /** @enum {string} */
            state: "open" | "held" | "settled";
            /** @description By due instant, then by id */
            tasks: {
                about: string | null;
                /** @description The latest one, also where it was taken back; null where none is, or its text was erased */
                answer: {
                    [key: string]: number | string | boolean | string[] | null;
                } | null;
                /** @description Until when the answer may be taken back; sooner where the round settles with the last answer before. null: it stands */
                changeableUntil: number | null;
                draft: {
                    content: {
                        [key: string]: number | string | boolean | string[] | null;
                    };
                    revision: number;
                } | null;
                /** @description Procedure time, milliseconds since 1970 */
                due: number;
                formKey: string | null;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                late: boolean;
                /** @description How many answers it has had */
                revision: number;
                /** @enum {string} */
                state: "open" | "drafted" | "submitted";
                task: string;
            }[];
            title: {
                en: string;
                "zh-CN": string;
            };
            why: components["schemas"]["Why"];
        };
        SittingInput: {
            /** @description Of the round */
            due: number;
            /** @description Scores that one has given in this round, by field */
            earlier: {
                [key: string]: {
                    score: number;
                    task: string;
                }[];
            };
            /** @description Those of the tasks */
            forms: {
                form: {
                    fields: ({
                        anchors?: {
                            score: number;
                            text: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                        key: string;
                        /** @constant */
                        kind: "score";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        max: number;
                        min: number;
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                        step: number;
                        wanted?: number;
                    } | {
                        key: string;
                        /** @constant */
                        kind: "choice";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        options: {
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                            value: string;
                        }[];
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    } | {
                        key: string;
                        /** @constant */
                        kind: "text";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default 4000 */
                        maxLength: number;
                        /** @default 0 */
                        minLength: number;
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    } | {
                        key: string;
                        /** @constant */
                        kind: "flag";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    } | {
                        key: string;
                        /** @constant */
                        kind: "date";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    } | {
                        key: string;
                        /** @constant */
                        kind: "people";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default 1 */
                        max: number;
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    } | {
                        from: ("people" | "needs") | string[];
                        key: string;
                        /** @constant */
                        kind: "ids";
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default 50 */
                        max: number;
                        /** @default true */
                        required: boolean;
                        requiredWhen?: {
                            equals: string | boolean;
                            field: string;
                        };
                    })[];
                };
                key: string | null;
                /** @description The post whose people are rated by it; null: it is not for one post */
                post: {
                    en: string;
                    "zh-CN": string;
                } | null;
            }[];
            guide: {
                text: {
                    en: string;
                    "zh-CN": string;
                };
                title: {
                    en: string;
                    "zh-CN": string;
                };
                version: number;
            }[];
            may: ("submit" | "delegate" | "recuse" | "decline" | "takeBack")[];
            minutes: number;
            of: {
                en: string;
                "zh-CN": string;
            } | null;
            purpose: string;
            round: string;
            /** @enum {string} */
            state: "open" | "held" | "settled";
            /** @description By due instant, then by id */
            tasks: {
                about: string | null;
                /** @description The latest one, also where it was taken back; null where none is, or its text was erased */
                answer: {
                    [key: string]: number | string | boolean | string[] | null;
                } | null;
                /** @description Until when the answer may be taken back; sooner where the round settles with the last answer before. null: it stands */
                changeableUntil: number | null;
                draft: {
                    content: {
                        [key: string]: number | string | boolean | string[] | null;
                    };
                    revision: number;
                } | null;
                /** @description Procedure time, milliseconds since 1970 */
                due: number;
                formKey: string | null;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                late: boolean;
                /** @description How many answers it has had */
                revision: number;
                /** @enum {string} */
                state: "open" | "drafted" | "submitted";
                task: string;
            }[];
            title: {
                en: string;
                "zh-CN": string;
            };
            why: components["schemas"]["WhyInput"];
        };
        StoredFile: {
            id: string;
            mediaType: string;
            name: string;
            sha256: string;
            size: number;
        };
        StoredFileInput: {
            id: string;
            mediaType: string;
            name: string;
            sha256: string;
            size: number;
        };
        Support: {
            /** @description Newest first, one line for each round; at most 200 */
            given: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                code: string;
                /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
                facts: {
                    [key: string]: string | number | boolean | null | string[];
                };
                /** @description The procedure that it was for */
                of: {
                    en: string;
                    "zh-CN": string;
                } | null;
                purpose: string;
                round: string;
                text: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            /** @description What was asked in these rounds and not answered by them */
            missed: number;
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
        };
        SupportInput: {
            /** @description Newest first, one line for each round; at most 200 */
            given: {
                /** @description Procedure time, milliseconds since 1970 */
                at: number;
                code: string;
                /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
                facts: {
                    [key: string]: string | number | boolean | null | string[];
                };
                /** @description The procedure that it was for */
                of: {
                    en: string;
                    "zh-CN": string;
                } | null;
                purpose: string;
                round: string;
                text: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            /** @description What was asked in these rounds and not answered by them */
            missed: number;
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
        };
        Task: {
            about: string | null;
            /** @description The latest answer; null where the text of an erased person stood */
            answer: {
                [key: string]: number | string | boolean | string[] | null;
            } | null;
            assignee: string;
            /** @description Until when the answer may be taken back; sooner where the round settles with the last answer before. null: it stands */
            changeableUntil: number | null;
            draft: {
                content: {
                    [key: string]: number | string | boolean | string[] | null;
                };
                revision: number;
            } | null;
            /** @description Procedure time, milliseconds since 1970 */
            due: number;
            /** @description The form of this task */
            form: {
                fields: ({
                    anchors?: {
                        score: number;
                        text: {
                            en: string;
                            "zh-CN": string;
                        };
                    }[];
                    key: string;
                    /** @constant */
                    kind: "score";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    max: number;
                    min: number;
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                    step: number;
                    wanted?: number;
                } | {
                    key: string;
                    /** @constant */
                    kind: "choice";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    options: {
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        value: string;
                    }[];
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                } | {
                    key: string;
                    /** @constant */
                    kind: "text";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default 4000 */
                    maxLength: number;
                    /** @default 0 */
                    minLength: number;
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                } | {
                    key: string;
                    /** @constant */
                    kind: "flag";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                } | {
                    key: string;
                    /** @constant */
                    kind: "date";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                } | {
                    key: string;
                    /** @constant */
                    kind: "people";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default 1 */
                    max: number;
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                } | {
                    from: ("people" | "needs") | string[];
                    key: string;
                    /** @constant */
                    kind: "ids";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default 50 */
                    max: number;
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                })[];
            };
            /** @description Which of the forms of the round; null: the one of the round itself */
            formKey: string | null;
            /** @description How to answer */
            guide: {
                text: {
                    en: string;
                    "zh-CN": string;
                };
                title: {
                    en: string;
                    "zh-CN": string;
                };
                version: number;
            }[];
            /** @description What it is about, for people */
            label: {
                en: string;
                "zh-CN": string;
            };
            late: boolean;
            /** @description What it is about; null: a round that was opened by hand, or a task that is held no longer */
            matter: components["schemas"]["Matter"] | null;
            /** @description What the asker may do with it now */
            may: ("submit" | "delegate" | "recuse" | "decline" | "takeBack")[];
            minutes: number;
            /** @description Why it was last reopened, recused, declined or delegated */
            note: string | null;
            /** @description The procedure that the round belongs to */
            of: {
                en: string;
                "zh-CN": string;
            } | null;
            policy: {
                announces?: boolean;
                apart?: {
                    /** @constant */
                    below?: true;
                    department: boolean;
                    line: boolean;
                    /** @constant */
                    watching?: true;
                };
                /** @default true */
                delegation: boolean;
                distinct?: boolean;
                /** @default PT0H */
                grace: string;
                /** @default [] */
                ladder: {
                    offset: string;
                    /** @enum {string} */
                    to: "assignee" | "manager" | "owner";
                }[];
                /**
                 * @default accept
                 * @enum {string}
                 */
                late: "accept" | "refuse";
                own?: boolean;
                /** @default 3bd */
                patience: string;
                /** @default 0 */
                quorum: number;
                reopens?: ("submitted" | "recused" | "declined" | "lapsed" | "withdrawn")[];
                /** @default false */
                replaces: boolean;
                /**
                 * @default barred
                 * @enum {string}
                 */
                self: "barred" | "allowed" | "only";
                /**
                 * @default answered
                 * @enum {string}
                 */
                settles: "answered" | "closed";
                /**
                 * @default wait
                 * @enum {string}
                 */
                silence: "wait" | "nil" | "consent" | "replace";
                /** @default null */
                tally: string | null;
                /** @default false */
                tells: boolean;
            };
            /** @description Among those that are open or answered, by due instant, then by id */
            position: {
                /** @description Its place among the tasks of its assignee in this round, 1 the first; 0: it is none of them any more */
                at: number;
                next: string | null;
                of: number;
                previous: string | null;
            };
            purpose: string;
            /** @description How many answers it has had */
            revision: number;
            round: string;
            /** @enum {string} */
            state: "open" | "drafted" | "submitted" | "recused" | "declined" | "lapsed" | "withdrawn";
            task: string;
            title: {
                en: string;
                "zh-CN": string;
            };
            /** @description Why its assignee is asked */
            why: components["schemas"]["Why"];
        };
        TaskInput: {
            about: string | null;
            /** @description The latest answer; null where the text of an erased person stood */
            answer: {
                [key: string]: number | string | boolean | string[] | null;
            } | null;
            assignee: string;
            /** @description Until when the answer may be taken back; sooner where the round settles with the last answer before. null: it stands */
            changeableUntil: number | null;
            draft: {
                content: {
                    [key: string]: number | string | boolean | string[] | null;
                };
                revision: number;
            } | null;
            /** @description Procedure time, milliseconds since 1970 */
            due: number;
            /** @description The form of this task */
            form: {
                fields: ({
                    anchors?: {
                        score: number;
                        text: {
                            en: string;
                            "zh-CN": string;
                        };
                    }[];
                    key: string;
                    /** @constant */
                    kind: "score";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    max: number;
                    min: number;
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                    step: number;
                    wanted?: number;
                } | {
                    key: string;
                    /** @constant */
                    kind: "choice";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    options: {
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        value: string;
                    }[];
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                } | {
                    key: string;
                    /** @constant */
                    kind: "text";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default 4000 */
                    maxLength: number;
                    /** @default 0 */
                    minLength: number;
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                } | {
                    key: string;
                    /** @constant */
                    kind: "flag";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                } | {
                    key: string;
                    /** @constant */
                    kind: "date";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                } | {
                    key: string;
                    /** @constant */
                    kind: "people";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default 1 */
                    max: number;
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                } | {
                    from: ("people" | "needs") | string[];
                    key: string;
                    /** @constant */
                    kind: "ids";
                    label: {
                        en: string;
                        "zh-CN": string;
                    };
                    /** @default 50 */
                    max: number;
                    /** @default true */
                    required: boolean;
                    requiredWhen?: {
                        equals: string | boolean;
                        field: string;
                    };
                })[];
            };
            /** @description Which of the forms of the round; null: the one of the round itself */
            formKey: string | null;
            /** @description How to answer */
            guide: {
                text: {
                    en: string;
                    "zh-CN": string;
                };
                title: {
                    en: string;
                    "zh-CN": string;
                };
                version: number;
            }[];
            /** @description What it is about, for people */
            label: {
                en: string;
                "zh-CN": string;
            };
            late: boolean;
            /** @description What it is about; null: a round that was opened by hand, or a task that is held no longer */
            matter: components["schemas"]["MatterInput"] | null;
            /** @description What the asker may do with it now */
            may: ("submit" | "delegate" | "recuse" | "decline" | "takeBack")[];
            minutes: number;
            /** @description Why it was last reopened, recused, declined or delegated */
            note: string | null;
            /** @description The procedure that the round belongs to */
            of: {
                en: string;
                "zh-CN": string;
            } | null;
            policy: {
                announces?: boolean;
                apart?: {
                    /** @constant */
                    below?: true;
                    department: boolean;
                    line: boolean;
                    /** @constant */
                    watching?: true;
                };
                /** @default true */
                delegation: boolean;
                distinct?: boolean;
                /** @default PT0H */
                grace: string;
                /** @default [] */
                ladder: {
                    offset: string;
                    /** @enum {string} */
                    to: "assignee" | "manager" | "owner";
                }[];
                /**
                 * @default accept
                 * @enum {string}
                 */
                late: "accept" | "refuse";
                own?: boolean;
                /** @default 3bd */
                patience: string;
                /** @default 0 */
                quorum: number;
                reopens?: ("submitted" | "recused" | "declined" | "lapsed" | "withdrawn")[];
                /** @default false */
                replaces: boolean;
                /**
                 * @default barred
                 * @enum {string}
                 */
                self: "barred" | "allowed" | "only";
                /**
                 * @default answered
                 * @enum {string}
                 */
                settles: "answered" | "closed";
                /**
                 * @default wait
                 * @enum {string}
                 */
                silence: "wait" | "nil" | "consent" | "replace";
                /** @default null */
                tally: string | null;
                /** @default false */
                tells: boolean;
            };
            /** @description Among those that are open or answered, by due instant, then by id */
            position: {
                /** @description Its place among the tasks of its assignee in this round, 1 the first; 0: it is none of them any more */
                at: number;
                next: string | null;
                of: number;
                previous: string | null;
            };
            purpose: string;
            /** @description How many answers it has had */
            revision: number;
            round: string;
            /** @enum {string} */
            state: "open" | "drafted" | "submitted" | "recused" | "declined" | "lapsed" | "withdrawn";
            task: string;
            title: {
                en: string;
                "zh-CN": string;
            };
            /** @description Why its assignee is asked */
            why: components["schemas"]["WhyInput"];
        };
        TaskPage: {
            /** @description Give it as `after` to go on */
            next: string | null;
            tasks: {
                about: string | null;
                assignee: string;
                assigneeName: string | null;
                /** @description Procedure time, milliseconds since 1970 */
                due: number;
                /** @description Which of the forms of the round; null: the one of the round itself */
                formKey: string | null;
                id: string;
                /** @description The answer came late, or has not come and the due instant has passed, before the round was put on hold if it is */
                late: boolean;
                revision: number;
                settledAt: number | null;
                /** @enum {string} */
                state: "open" | "drafted" | "submitted" | "recused" | "declined" | "lapsed" | "withdrawn";
            }[];
        };
        TaskPageInput: {
            /** @description Give it as `after` to go on */
            next: string | null;
            tasks: {
                about: string | null;
                assignee: string;
                assigneeName: string | null;
                /** @description Procedure time, milliseconds since 1970 */
                due: number;
                /** @description Which of the forms of the round; null: the one of the round itself */
                formKey: string | null;
                id: string;
                /** @description The answer came late, or has not come and the due instant has passed, before the round was put on hold if it is */
                late: boolean;
                revision: number;
                settledAt: number | null;
                /** @enum {string} */
                state: "open" | "drafted" | "submitted" | "recused" | "declined" | "lapsed" | "withdrawn";
            }[];
        };
        Team: {
            /** @description The cycle before, whose ratings stand beside */
            before: {
                gapFrom: number;
                id: string;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            } | null;
            cells: {
                /** @description The two are so far apart that it is worth a talk */
                apart: boolean;
                /** @description The same in the cycle before, where there was one */
                before: {
                    gap: number | null;
                    rated: number | null;
                    required: number;
                } | null;
                element: string;
                /** @description What was made of the gap: planned, cancelled, left-out, coached, no-source, sent-back, dropped, withdrawn, proposed, asked, too-small, not-asked; null: there is none that is known */
                fate: components["schemas"]["Fact"] | null;
                gap: number | null;
                /** @description What the development plan says of it */
                goal: {
                    /** @enum {string} */
                    means: "course" | "coaching" | "project" | "self-study";
                    /** Format: date */
                    until: string;
                } | null;
                importance: number;
                /** @description By themselves, shown beside the rating; null: not rated by both */
                own: number | null;
                person: string;
                /** @description By the supervisor; null: not rated */
                rated: number | null;
                required: number;
                /** @description Gap times importance */
                weighted: number | null;
            }[];
            /** @description null: no cycle is about them */
            cycle: {
                gapFrom: number;
                id: string;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            } | null;
            /** @description Darkest first */
            elements: {
                element: string;
                /** @description In levels, over those who are rated */
                meanGap: number | null;
                /** @description Gaps that the plan meets */
                met: number;
                name: {
                    en: string;
                    "zh-CN": string;
                };
                rated: number;
                /** @description People whose post needs it */
                required: number;
                /** @description Sum of the weighted gaps */
                weighted: number | null;
            }[];
            figures: {
                elements: number;
                /** @description Gaps at least as large as the cycle diagnoses */
                gaps: number;
                /** @description Of these, those that the plan meets */
                met: number;
                people: number;
            };
            /**
             * @description Above 15 people, posts; ask for one with `post`
             * @enum {string}
             */
            grouping: "people" | "posts";
            mayAskForChanges: boolean;
            names: {
                [key: string]: string;
            };
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
            /** @description Whose team it is */
            of: string;
            people: {
                courses: {
                    from: string;
                    offering: string;
                    /** @description null: not known yet */
                    present: boolean | null;
                    stream: string | null;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                    to: string;
                    /** @description What the supervisor said last of how it is used at work, 1 to 5 */
                    transfer: number | null;
                }[];
                department: string;
                /** @description In levels, counting important elements more; null: nothing is rated */
                meanGap: number | null;
                /** @description Elements that are not */
                missing: number;
                name: string | null;
                person: string;
                /** @description How the development plan of this cycle stands; null: there is none yet */
                plan: ("proposed" | "signed" | "disputed" | "unsigned") | null;
                post: string;
                /** @description Elements that are rated */
                rated: number;
                /** @description How many report to them */
                team: number;
            }[];
            /** @description What the approved plan holds and has not begun, for whoever may ask for changes of it */
            planned: {
                /** Format: date */
                from: string;
                offering: string;
                /** @description Of those shown, who takes part */
                people: string[];
                raises: string[];
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            posts: {
                elements: {
                    element: string;
                    /** @description In levels, over those who are rated */
                    meanGap: number | null;
                    /** @description Gaps that the plan meets */
                    met: number;
                    rated: number;
                    /** @description People whose post needs it */
                    required: number;
                    /** @description Sum of the weighted gaps */
                    weighted: number | null;
                }[];
                meanGap: number | null;
                people: number;
                post: string;
                /** @description People of whom something is rated */
                rated: number;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            summary: components["schemas"]["Fact"] | null;
            waits: {
                drafted: boolean;
                due: number | null;
                late: boolean;
                minutes: number;
                person: string;
                purpose: string;
                /** @description null: it is in no round; a talk about a plan that was objected to */
                round: string | null;
                task: string | null;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        };
        TeamInput: {
            /** @description The cycle before, whose ratings stand beside */
            before: {
                gapFrom: number;
                id: string;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            } | null;
            cells: {
                /** @description The two are so far apart that it is worth a talk */
                apart: boolean;
                /** @description The same in the cycle before, where there was one */
                before: {
                    gap: number | null;
                    rated: number | null;
                    required: number;
                } | null;
                element: string;
                /** @description What was made of the gap: planned, cancelled, left-out, coached, no-source, sent-back, dropped, withdrawn, proposed, asked, too-small, not-asked; null: there is none that is known */
                fate: components["schemas"]["FactInput"] | null;
                gap: number | null;
                /** @description What the development plan says of it */
                goal: {
                    /** @enum {string} */
                    means: "course" | "coaching" | "project" | "self-study";
                    /** Format: date */
                    until: string;
                } | null;
                importance: number;
                /** @description By themselves, shown beside the rating; null: not rated by both */
                own: number | null;
                person: string;
                /** @description By the supervisor; null: not rated */
                rated: number | null;
                required: number;
                /** @description Gap times importance */
                weighted: number | null;
            }[];
            /** @description null: no cycle is about them */
            cycle: {
                gapFrom: number;
                id: string;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            } | null;
            /** @description Darkest first */
            elements: {
                element: string;
                /** @description In levels, over those who are rated */
                meanGap: number | null;
                /** @description Gaps that the plan meets */
                met: number;
                name: {
                    en: string;
                    "zh-CN": string;
                };
                rated: number;
                /** @description People whose post needs it */
                required: number;
                /** @description Sum of the weighted gaps */
                weighted: number | null;
            }[];
            figures: {
                elements: number;
                /** @description Gaps at least as large as the cycle diagnoses */
                gaps: number;
                /** @description Of these, those that the plan meets */
                met: number;
                people: number;
            };
            /**
             * @description Above 15 people, posts; ask for one with `post`
             * @enum {string}
             */
            grouping: "people" | "posts";
            mayAskForChanges: boolean;
            names: {
                [key: string]: string;
            };
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
            /** @description Whose team it is */
            of: string;
            people: {
                courses: {
                    from: string;
                    offering: string;
                    /** @description null: not known yet */
                    present: boolean | null;
                    stream: string | null;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                    to: string;
                    /** @description What the supervisor said last of how it is used at work, 1 to 5 */
                    transfer: number | null;
                }[];
                department: string;
                /** @description In levels, counting important elements more; null: nothing is rated */
                meanGap: number | null;
                /** @description Elements that are not */
                missing: number;
                name: string | null;
                person: string;
                /** @description How the development plan of this cycle stands; null: there is none yet */
                plan: ("proposed" | "signed" | "disputed" | "unsigned") | null;
                post: string;
                /** @description Elements that are rated */
                rated: number;
                /** @description How many report to them */
                team: number;
            }[];
            /** @description What the approved plan holds and has not begun, for whoever may ask for changes of it */
            planned: {
                /** Format: date */
                from: string;
                offering: string;
                /** @description Of those shown, who takes part */
                people: string[];
                raises: string[];
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            posts: {
                elements: {
                    element: string;
                    /** @description In levels, over those who are rated */
                    meanGap: number | null;
                    /** @description Gaps that the plan meets */
                    met: number;
                    rated: number;
                    /** @description People whose post needs it */
                    required: number;
                    /** @description Sum of the weighted gaps */
                    weighted: number | null;
                }[];
                meanGap: number | null;
                people: number;
                post: string;
                /** @description People of whom something is rated */
                rated: number;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            summary: components["schemas"]["FactInput"] | null;
            waits: {
                drafted: boolean;
                due: number | null;
                late: boolean;
                minutes: number;
                person: string;
                purpose: string;
                /** @description null: it is in no round; a talk about a plan that was objected to */
                round: string | null;
                task: string | null;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
        };
        TeamLate: {
            names: {
                [key: string]: string;
            };
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
            /** @description The procedure that the round belongs to */
            of: {
                en: string;
                "zh-CN": string;
            } | null;
            people: {
                /** @description Of these, those with a draft */
                begun: number;
                /** @description Of the earliest */
                due: number;
                name: string | null;
                person: string;
                /** @description When they were written to, the earliest first */
                reminded: number[];
                /** @description Who reports to the asker: themselves, or whoever is between the two */
                talkTo: string;
                /** @description Answers that are still open */
                tasks: number;
            }[];
            title: {
                en: string;
                "zh-CN": string;
            };
            /** @description When the asker was last told */
            told: number;
        };
        TeamLateInput: {
            names: {
                [key: string]: string;
            };
            /** @description Procedure time, milliseconds since 1970 */
            now: number;
            /** @description The procedure that the round belongs to */
            of: {
                en: string;
                "zh-CN": string;
            } | null;
            people: {
                /** @description Of these, those with a draft */
                begun: number;
                /** @description Of the earliest */
                due: number;
                name: string | null;
                person: string;
                /** @description When they were written to, the earliest first */
                reminded: number[];
                /** @description Who reports to the asker: themselves, or whoever is between the two */
                talkTo: string;
                /** @description Answers that are still open */
                tasks: number;
            }[];
            title: {
                en: string;
                "zh-CN": string;
            };
            /** @description When the asker was last told */
            told: number;
        };
        Tokens: {
            tokens: {
                areas: string[] | null;
                id: string;
                /** @description Milliseconds since 1970, by the clock on the wall */
                madeAt: number;
                name: string;
                /** @enum {string} */
                scope: "read" | "act";
                /** @description When it was in use last, to the minute; null: never */
                seenAt: number | null;
                /** @description Milliseconds since 1970, by the clock on the wall */
                until: number;
            }[];
        };
        TokensInput: {
            tokens: {
                areas: string[] | null;
                id: string;
                /** @description Milliseconds since 1970, by the clock on the wall */
                madeAt: number;
                name: string;
                /** @enum {string} */
                scope: "read" | "act";
                /** @description When it was in use last, to the minute; null: never */
                seenAt: number | null;
                /** @description Milliseconds since 1970, by the clock on the wall */
                until: number;
            }[];
        };
        Trainers: {
            /** @description Of which hours and ratings are */
            cycle: {
                gapFrom: number;
                id: string;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            } | null;
            /** @description What the cycle found no trainer for; for who sees the whole cycle */
            gaps: {
                code: string;
                element: string | null;
                /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
                facts: {
                    [key: string]: string | number | boolean | null | string[];
                };
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
                text: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            topics: {
                gap: components["schemas"]["Fact"] | null;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                topic: string;
                trainers: string[];
            }[];
            trainers: {
                courses: {
                    course: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                department: string | null;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                } | null;
                /** @description null: named by operations, without a term */
                from: string | null;
                /** @description Of teaching in the cycle; for themselves, and for who sees the whole cycle */
                hours: {
                    left: number;
                    limit: number;
                    planned: number;
                    used: number;
                } | null;
                name: string | null;
                person: string;
                /** @description By participants, 1 to 5; for themselves, and for who sees the whole cycle */
                rating: {
                    answers: number;
                    hidden: components["schemas"]["Fact"] | null;
                    mean: number | null;
                } | null;
                /** @description The selection by which they were appointed */
                selection: string | null;
                topics: string[];
                until: string | null;
            }[];
        };
        TrainersInput: {
            /** @description Of which hours and ratings are */
            cycle: {
                gapFrom: number;
                id: string;
                stage: string;
                title: {
                    en: string;
                    "zh-CN": string;
                };
            } | null;
            /** @description What the cycle found no trainer for; for who sees the whole cycle */
            gaps: {
                code: string;
                element: string | null;
                /** @description Money in the smallest unit of `currency`; days as YYYY-MM-DD */
                facts: {
                    [key: string]: string | number | boolean | null | string[];
                };
                name: {
                    en: string;
                    "zh-CN": string;
                } | null;
                text: {
                    en: string;
                    "zh-CN": string;
                };
            }[];
            topics: {
                gap: components["schemas"]["FactInput"] | null;
                label: {
                    en: string;
                    "zh-CN": string;
                };
                topic: string;
                trainers: string[];
            }[];
            trainers: {
                courses: {
                    course: string;
                    title: {
                        en: string;
                        "zh-CN": string;
                    };
                }[];
                department: string | null;
                departmentName: {
                    en: string;
                    "zh-CN": string;
                } | null;
                /** @description null: named by operations, without a term */
                from: string | null;
                /** @description Of teaching in the cycle; for themselves, and for who sees the whole cycle */
                hours: {
                    left: number;
                    limit: number;
                    planned: number;
                    used: number;
                } | null;
                name: string | null;
                person: string;
                /** @description By participants, 1 to 5; for themselves, and for who sees the whole cycle */
                rating: {
                    answers: number;
                    hidden: components["schemas"]["FactInput"] | null;
                    mean: number | null;
                } | null;
                /** @description The selection by which they were appointed */
                selection: string | null;
                topics: string[];
                until: string | null;
            }[];
        };
        Trouble: {
            /** @description What to do about it */
            mend: {
                en: string;
                "zh-CN": string;
            };
            /** @description What the engine came upon when it last looked */
            why: string;
        };
        TroubleInput: {
            /** @description What to do about it */
            mend: {
                en: string;
                "zh-CN": string;
            };
            /** @description What the engine came upon when it last looked */
            why: string;
        };
        Ways: {
            /** @description The account of the company; null: there is none */
            company: {
                name: string;
                /** @description Where a browser is sent to sign in, with ?to= the page to go on */
                path: string;
            } | null;
            /** @description Whether one is sent a link by mail */
            links: boolean;
            /** @description Whom one may be here; null: nobody but oneself */
            people: {
                department: {
                    en: string;
                    "zh-CN": string;
                } | null;
                name: string | null;
                person: string;
                /** @description As they were granted */
                roles: ("operations" | "auditor" | "leader")[];
            }[] | null;
            /** @description So many days whoever stays signed in on a device is signed in at most */
            stayDays: number;
        };
        WaysInput: {
            /** @description The account of the company; null: there is none */
            company: {
                name: string;
                /** @description Where a browser is sent to sign in, with ?to= the page to go on */
                path: string;
            } | null;
            /** @description Whether one is sent a link by mail */
            links: boolean;
            /** @description Whom one may be here; null: nobody but oneself */
            people: {
                department: {
                    en: string;
                    "zh-CN": string;
                } | null;
                name: string | null;
                person: string;
                /** @description As they were granted */
                roles: ("operations" | "auditor" | "leader")[];
            }[] | null;
            /** @description So many days whoever stays signed in on a device is signed in at most */
            stayDays: number;
        };
        WhatIf: {
            /** @description Messages that would not be sent any more */
            fewer: {
                /** @description By hour and kind, the earliest first; at most 500 */
                lines: {
                    /** @description Procedure time, milliseconds since 1970 */
                    at: number;
                    people: string[];
                    template: string;
                }[];
                messages: number;
                /** @description How many different people get them */
                people: number;
            };
            /** @description Budget lines with another limit or another sum planned */
            money: {
                after: {
                    limit: number;
                    planned: number;
                } | null;
                before: {
                    limit: number;
                    planned: number;
                } | null;
                line: string;
                stream: string;
            }[];
            /** @description Messages that would be sent and are not sent without it */
            more: {
                /** @description By hour and kind, the earliest first; at most 500 */
                lines: {
                    /** @description Procedure time, milliseconds since 1970 */
                    at: number;
                    people: string[];
                    template: string;
                }[];
                messages: number;
                /** @description How many different people get them */
                people: number;
            };
            /** @description Why it would be refused; null: it would not, and all else is told */
            refusal: string | null;
            /** @description Stages that begin or end at another time */
            stages: {
                after: {
                    end: number | null;
                    start: number | null;
                } | null;
                before: {
                    end: number | null;
                    start: number | null;
                } | null;
                stage: string;
                stream: string;
            }[];
            tasks: {
                added: number;
                /** @description Taken back, or closed with the round */
                gone: number;
                /** @description Due at another time */
                moved: number;
                /** @description The latest of the new times; null: none is moved */
                movedTo: number | null;
                round: string;
            }[];
        };
        WhatIfInput: {
            /** @description Messages that would not be sent any more */
            fewer: {
                /** @description By hour and kind, the earliest first; at most 500 */
                lines: {
                    /** @description Procedure time, milliseconds since 1970 */
                    at: number;
                    people: string[];
                    template: string;
                }[];
                messages: number;
                /** @description How many different people get them */
                people: number;
            };
            /** @description Budget lines with another limit or another sum planned */
            money: {
                after: {
                    limit: number;
                    planned: number;
                } | null;
                before: {
                    limit: number;
                    planned: number;
                } | null;
                line: string;
                stream: string;
            }[];
            /** @description Messages that would be sent and are not sent without it */
            more: {
                /** @description By hour and kind, the earliest first; at most 500 */
                lines: {
                    /** @description Procedure time, milliseconds since 1970 */
                    at: number;
                    people: string[];
                    template: string;
                }[];
                messages: number;
                /** @description How many different people get them */
                people: number;
            };
            /** @description Why it would be refused; null: it would not, and all else is told */
            refusal: string | null;
            /** @description Stages that begin or end at another time */
            stages: {
                after: {
                    end: number | null;
                    start: number | null;
                } | null;
                before: {
                    end: number | null;
                    start: number | null;
                } | null;
                stage: string;
                stream: string;
            }[];
            tasks: {
                added: number;
                /** @description Taken back, or closed with the round */
                gone: number;
                /** @description Due at another time */
                moved: number;
                /** @description The latest of the new times; null: none is moved */
                movedTo: number | null;
                round: string;
            }[];
        };
        Why: {
            /** @enum {string} */
            code: "oneself" | "supervisor" | "next-above" | "instead" | "head" | "speaker" | "leads-people" | "leader" | "reviewer" | "in-the-pool" | "panel" | "screener" | "handler" | "approver" | "author" | "decider" | "trainer" | "asked";
            facts: {
                department?: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description The direct manager of whom it is about, who is not asked */
                inPlaceOf?: {
                    id: string;
                    name: string | null;
                };
                /** @description How many people it is about, where there are several */
                people?: number;
                /** @description Whom it is about */
                person?: {
                    id: string;
                    name: string | null;
                };
                /** @description What a reviewer was chosen for: in common with the applications */
                topics?: {
                    en: string;
                    "zh-CN": string;
                }[];
            };
        };
        WhyInput: {
            /** @enum {string} */
            code: "oneself" | "supervisor" | "next-above" | "instead" | "head" | "speaker" | "leads-people" | "leader" | "reviewer" | "in-the-pool" | "panel" | "screener" | "handler" | "approver" | "author" | "decider" | "trainer" | "asked";
            facts: {
                department?: {
                    en: string;
                    "zh-CN": string;
                };
                /** @description The direct manager of whom it is about, who is not asked */
                inPlaceOf?: {
                    id: string;
                    name: string | null;
                };
                /** @description How many people it is about, where there are several */
                people?: number;
                /** @description Whom it is about */
                person?: {
                    id: string;
                    name: string | null;
                };
                /** @description What a reviewer was chosen for: in common with the applications */
                topics?: {
                    en: string;
                    "zh-CN": string;
                }[];
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    cycle_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    id: string;
                    terms: {
                        approval: {
                            hr: string[];
                            management: string[];
                        };
                        budget: {
                            amount: number;
                            /** @default [] */
                            departments?: string[];
                            id: string;
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                        calendar: string;
                        /** @default [] */
                        commitments?: {
                            /** @default null */
                            amount?: number | null;
                            /** @default null */
                            hours?: number | null;
                            id: string;
                            /** @enum {string} */
                            kind: "budget" | "time" | "venue" | "policy";
                            leader: string;
                            /** @default null */
                            line?: string | null;
                            /** @default null */
                            room?: string | null;
                            text: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                        company: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default [] */
                        courses?: {
                            benefit: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @default 0.5 */
                            closes?: number;
                            days: number;
                            elements: string[];
                            /**
                             * @default lecture
                             * @enum {string}
                             */
                            form?: "lecture" | "outdoor" | "sand-table" | "video" | "case" | "discussion" | "role-play" | "game" | "coaching";
                            goal: {
                                en: string;
                                "zh-CN": string;
                            };
                            hours: number;
                            id: string;
                            level: number;
                            maxSeats: number;
                            minSeats: number;
                            /** @default true */
                            room?: boolean;
                            /** @default 0 */
                            runCost?: number;
                            /** @default 0 */
                            seatCost?: number;
                            test?: boolean;
                            title: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @default [] */
                            topics?: string[];
                        }[];
                        currency: string;
                        dayEnds?: string;
                        /** @default 10 */
                        daysAPerson?: number;
                        /** @default {} */
                        delivery?: {
                            /** @default 20bd */
                            coachingTime?: string;
                            /** @default 5bd */
                            feedback?: string;
                            /**
                             * @default [
                             *       "30d",
                             *       "90d"
                             *     ]
                             */
                            followUps?: string[];
                            /** @default 10bd */
                            followUpTime?: string;
                            /** @default 15bd */
                            invite?: string;
                            /** @default 5bd */
                            minimum?: string;
                            /** @default 60 */
                            pass?: number;
                            /** @default 5 */
                            privacy?: number;
                            /** @default 3 */
                            transferFrom?: number;
                        };
                        /** @default [] */
                        departments?: string[];
                        /** @default {} */
                        deputies?: {
                            [key: string]: string;
                        };
                        /** @default 0.5 */
                        gapFrom?: number;
                        /** @default 0 */
                        minorChange?: number;
                        operations?: string[];
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        /** @default {} */
                        policies?: {
                            [key: string]: {
                                grace?: string;
                                ladder?: {
                                    offset: string;
                                    /** @enum {string} */
                                    to: "assignee" | "manager" | "owner";
                                }[];
                                patience?: string;
                                /** @enum {string} */
                                silence?: "wait" | "nil" | "consent" | "replace";
                            };
                        };
                        /** @default null */
                        previous?: string | null;
                        /** @default 1.5 */
                        ratingDistance?: number;
                        /** @default [] */
                        rooms?: {
                            /** @default [] */
                            closed?: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            }[];
                            /** @default 0 */
                            dayCost?: number;
                            id: string;
                            name: string;
                            seats: number;
                            /** @default  */
                            site?: string;
                        }[];
                        /** @default [] */
                        selections?: string[];
                        /** @default false */
                        selfRating?: boolean;
                        /**
                         * @default gaps
                         * @enum {string}
                         */
                        silence?: "gaps" | "nothing";
                        /** @default {} */
                        sourcing?: {
                            /** @default 2 */
                            coachingUpTo?: number;
                            /**
                             * @default [
                             *       "internal",
                             *       "outside",
                             *       "coaching"
                             *     ]
                             */
                            order?: ("internal" | "outside" | "coaching")[];
                            /** @default null */
                            seatCeiling?: number | null;
                            /** @default 40 */
                            trainerHours?: number;
                        };
                        /**
                         * @default with-gaps
                         * @enum {string}
                         */
                        talks?: "everyone" | "with-gaps" | "nobody";
                        timetable: {
                            approval: number | string;
                            /** @default 5bd */
                            approvalStep?: string;
                            /** @default 3bd */
                            change?: string;
                            commitments: number | string;
                            compiling: number | string;
                            effect: number | string;
                            execution: number | string;
                            feedback: number | string;
                            mobilisation: number | string;
                            needs: number | string;
                            /** @default 5bd */
                            question?: string;
                            ratings: number | string;
                            /** @default 5bd */
                            signature?: string;
                            sourcing: number | string;
                            summary: number | string;
                            talks: number | string;
                        };
                        timeZone: string;
                        title: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default [] */
                        toolkit?: {
                            /** @default null */
                            file?: string | null;
                            id: string;
                            /** @enum {string} */
                            kind: "rating-scale" | "interview-guide" | "incident-list" | "priorities" | "document";
                            text: {
                                en: string;
                                "zh-CN": string;
                            };
                            title: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_amendOffering: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    days?: string[];
                    offering: string;
                    reason: string;
                    room?: string | null;
                    trainer?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_changeLimit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    limit: {
                        amount: number;
                        /** @enum {string} */
                        kind: "budget";
                        line: string;
                    } | {
                        hours: number;
                        /** @enum {string} */
                        kind: "trainer";
                        person: string;
                    } | {
                        /** @enum {string} */
                        kind: "window";
                        merged: string;
                        window: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        } | null;
                    } | {
                        /** @enum {string} */
                        kind: "must";
                        merged: string;
                        must: boolean;
                    } | {
                        daysAPerson: number;
                        /** @enum {string} */
                        kind: "days";
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_changeMethod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    method: {
                        /** @default null */
                        file?: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "rating-scale" | "interview-guide" | "incident-list" | "priorities" | "document";
                        text: {
                            en: string;
                            "zh-CN": string;
                        };
                        title: {
                            en: string;
                            "zh-CN": string;
                        };
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_chooseSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    /** @default null */
                    course?: string | null;
                    merged: string;
                    /** @default null */
                    quote?: string | null;
                    reason: string;
                    /** @enum {string} */
                    source: "internal" | "outside" | "coaching" | "none";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_dropOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    key: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_editNeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    /** @default null */
                    course?: string | null;
                    department: string;
                    /** @default null */
                    element?: string | null;
                    goal: string;
                    /** @default null */
                    level?: number | null;
                    /** @default false */
                    must?: boolean;
                    need: string;
                    people: string[];
                    /** @default  */
                    problem?: string;
                    urgency: 1 | 2 | 3;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_finishStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    /** @enum {string} */
                    stage: "mobilisation" | "ratings" | "talks" | "needs" | "summary" | "sourcing" | "compiling" | "commitments" | "approval" | "execution" | "effect" | "feedback" | "closed";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_handOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_importNeeds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    needs: {
                        /** @default null */
                        course?: string | null;
                        department: string;
                        /** @default null */
                        element?: string | null;
                        goal: string;
                        /** @default null */
                        level?: number | null;
                        /** @default false */
                        must?: boolean;
                        people: string[];
                        /** @default  */
                        problem?: string;
                        urgency: 1 | 2 | 3;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_mergeNeeds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    merged: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_moveDate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at: number;
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    /** @enum {string} */
                    stage: "mobilisation" | "ratings" | "talks" | "needs" | "summary" | "sourcing" | "compiling" | "commitments" | "approval" | "execution" | "effect" | "feedback" | "closed";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_reopenStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    /** @enum {string} */
                    stage: "mobilisation" | "ratings" | "talks" | "needs" | "summary" | "sourcing" | "compiling" | "commitments" | "approval" | "execution" | "effect" | "feedback" | "closed";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_requestChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change: {
                        days: string[];
                        /** @enum {string} */
                        kind: "move";
                        offering: string;
                        room: string | null;
                    } | {
                        /** @enum {string} */
                        kind: "trainer";
                        offering: string;
                        /** @default null */
                        quote?: string | null;
                        trainer: string | null;
                    } | {
                        /** @enum {string} */
                        kind: "seats";
                        offering: string;
                        seats: number;
                    } | {
                        /** @default [] */
                        add?: string[];
                        /** @enum {string} */
                        kind: "participants";
                        offering: string;
                        /** @default [] */
                        remove?: string[];
                    } | {
                        /** @enum {string} */
                        kind: "cancel";
                        offering: string;
                    } | {
                        /** @enum {string} */
                        kind: "add";
                        planned: {
                            budgetLine: string;
                            cost: number;
                            course: string;
                            days: string[];
                            effect: number;
                            hours: number;
                            id: string;
                            needs: string[];
                            participants: string[];
                            quote: string | null;
                            room: string | null;
                            seats: number;
                            trainer: string | null;
                        };
                    } | {
                        amount: number;
                        /** @enum {string} */
                        kind: "budget";
                        line: string;
                    };
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    /** @default false */
                    emergency?: boolean;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_retryOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    key: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_setCourses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    courses: {
                        benefit: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default 0.5 */
                        closes?: number;
                        days: number;
                        elements: string[];
                        /**
                         * @default lecture
                         * @enum {string}
                         */
                        form?: "lecture" | "outdoor" | "sand-table" | "video" | "case" | "discussion" | "role-play" | "game" | "coaching";
                        goal: {
                            en: string;
                            "zh-CN": string;
                        };
                        hours: number;
                        id: string;
                        level: number;
                        maxSeats: number;
                        minSeats: number;
                        /** @default true */
                        room?: boolean;
                        /** @default 0 */
                        runCost?: number;
                        /** @default 0 */
                        seatCost?: number;
                        test?: boolean;
                        title: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default [] */
                        topics?: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_setQuotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    quotes: {
                        course: string;
                        id: string;
                        maxSeats: number;
                        provider: string;
                        /** @default null */
                        rating?: number | null;
                        runCost: number;
                        /** @default 0 */
                        seatCost?: number;
                        /** Format: date */
                        validUntil: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_setRooms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    rooms: {
                        /** @default [] */
                        closed?: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        }[];
                        /** @default 0 */
                        dayCost?: number;
                        id: string;
                        name: string;
                        seats: number;
                        /** @default  */
                        site?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_settleProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    keep: boolean;
                    proposal: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_setTrainers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    trainers: {
                        courses: string[];
                        hours: number;
                        person: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_splitNeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    merged: string;
                    /** @default [] */
                    needs?: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_stateNeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    /** @default null */
                    course?: string | null;
                    department: string;
                    /** @default null */
                    element?: string | null;
                    goal: string;
                    /** @default null */
                    level?: number | null;
                    /** @default false */
                    must?: boolean;
                    people: string[];
                    /** @default  */
                    problem?: string;
                    urgency: 1 | 2 | 3;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_whatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its body */
                    body: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description How far to look ahead
                     * @default 60
                     */
                    days?: number;
                    /**
                     * @description The command
                     * @enum {string}
                     */
                    type: "changeMethod" | "importNeeds" | "mergeNeeds" | "splitNeed" | "setCourses" | "setRooms" | "setQuotes" | "setTrainers" | "chooseSource" | "changeLimit" | "amendOffering" | "settleProposal" | "finishStage" | "pause" | "resume" | "moveDate" | "reopenStage" | "cancel" | "handOver" | "retryOrder" | "dropOrder";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
        };
    };
    cycle_withdrawChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change: string;
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_withdrawCommitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    commitment: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_withdrawNeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    need: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    terms: {
                        approval: {
                            hr: string[];
                            management: string[];
                        };
                        budget: {
                            amount: number;
                            /** @default [] */
                            departments?: string[];
                            id: string;
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                        calendar: string;
                        /** @default [] */
                        commitments?: {
                            /** @default null */
                            amount?: number | null;
                            /** @default null */
                            hours?: number | null;
                            id: string;
                            /** @enum {string} */
                            kind: "budget" | "time" | "venue" | "policy";
                            leader: string;
                            /** @default null */
                            line?: string | null;
                            /** @default null */
                            room?: string | null;
                            text: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                        company: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default [] */
                        courses?: {
                            benefit: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @default 0.5 */
                            closes?: number;
                            days: number;
                            elements: string[];
                            /**
                             * @default lecture
                             * @enum {string}
                             */
                            form?: "lecture" | "outdoor" | "sand-table" | "video" | "case" | "discussion" | "role-play" | "game" | "coaching";
                            goal: {
                                en: string;
                                "zh-CN": string;
                            };
                            hours: number;
                            id: string;
                            level: number;
                            maxSeats: number;
                            minSeats: number;
                            /** @default true */
                            room?: boolean;
                            /** @default 0 */
                            runCost?: number;
                            /** @default 0 */
                            seatCost?: number;
                            test?: boolean;
                            title: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @default [] */
                            topics?: string[];
                        }[];
                        currency: string;
                        dayEnds?: string;
                        /** @default 10 */
                        daysAPerson?: number;
                        /** @default {} */
                        delivery?: {
                            /** @default 20bd */
                            coachingTime?: string;
                            /** @default 5bd */
                            feedback?: string;
                            /**
                             * @default [
                             *       "30d",
                             *       "90d"
                             *     ]
                             */
                            followUps?: string[];
                            /** @default 10bd */
                            followUpTime?: string;
                            /** @default 15bd */
                            invite?: string;
                            /** @default 5bd */
                            minimum?: string;
                            /** @default 60 */
                            pass?: number;
                            /** @default 5 */
                            privacy?: number;
                            /** @default 3 */
                            transferFrom?: number;
                        };
                        /** @default [] */
                        departments?: string[];
                        /** @default {} */
                        deputies?: {
                            [key: string]: string;
                        };
                        /** @default 0.5 */
                        gapFrom?: number;
                        /** @default 0 */
                        minorChange?: number;
                        operations?: string[];
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        /** @default {} */
                        policies?: {
                            [key: string]: {
                                grace?: string;
                                ladder?: {
                                    offset: string;
                                    /** @enum {string} */
                                    to: "assignee" | "manager" | "owner";
                                }[];
                                patience?: string;
                                /** @enum {string} */
                                silence?: "wait" | "nil" | "consent" | "replace";
                            };
                        };
                        /** @default null */
                        previous?: string | null;
                        /** @default 1.5 */
                        ratingDistance?: number;
                        /** @default [] */
                        rooms?: {
                            /** @default [] */
                            closed?: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            }[];
                            /** @default 0 */
                            dayCost?: number;
                            id: string;
                            name: string;
                            seats: number;
                            /** @default  */
                            site?: string;
                        }[];
                        /** @default [] */
                        selections?: string[];
                        /** @default false */
                        selfRating?: boolean;
                        /**
                         * @default gaps
                         * @enum {string}
                         */
                        silence?: "gaps" | "nothing";
                        /** @default {} */
                        sourcing?: {
                            /** @default 2 */
                            coachingUpTo?: number;
                            /**
                             * @default [
                             *       "internal",
                             *       "outside",
                             *       "coaching"
                             *     ]
                             */
                            order?: ("internal" | "outside" | "coaching")[];
                            /** @default null */
                            seatCeiling?: number | null;
                            /** @default 40 */
                            trainerHours?: number;
                        };
                        /**
                         * @default with-gaps
                         * @enum {string}
                         */
                        talks?: "everyone" | "with-gaps" | "nobody";
                        timetable: {
                            approval: number | string;
                            /** @default 5bd */
                            approvalStep?: string;
                            /** @default 3bd */
                            change?: string;
                            commitments: number | string;
                            compiling: number | string;
                            effect: number | string;
                            execution: number | string;
                            feedback: number | string;
                            mobilisation: number | string;
                            needs: number | string;
                            /** @default 5bd */
                            question?: string;
                            ratings: number | string;
                            /** @default 5bd */
                            signature?: string;
                            sourcing: number | string;
                            summary: number | string;
                            talks: number | string;
                        };
                        timeZone: string;
                        title: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default [] */
                        toolkit?: {
                            /** @default null */
                            file?: string | null;
                            id: string;
                            /** @enum {string} */
                            kind: "rating-scale" | "interview-guide" | "incident-list" | "priorities" | "document";
                            text: {
                                en: string;
                                "zh-CN": string;
                            };
                            title: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
        };
    };
    offering_dropOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    key: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    offering_finishStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    /** @enum {string} */
                    stage: "planned" | "invitation" | "teaching" | "feedback" | "follow-up" | "closed";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    offering_giveUpSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    offering_joinWaitingList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    person: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    offering_leaveWaitingList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    person: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    offering_recordAttendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    absent: string[];
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    present: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    offering_recordCost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: number;
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    line: string;
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    offering_recordFigure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    after: number | null;
                    before: number;
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    name: string;
                    unit: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    offering_recordTests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    scores: {
                        person: string;
                        score: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    offering_retryOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    key: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    offering_whatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its body */
                    body: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description How far to look ahead
                     * @default 60
                     */
                    days?: number;
                    /**
                     * @description The command
                     * @enum {string}
                     */
                    type: "recordFigure" | "recordCost" | "finishStage" | "retryOrder" | "dropOrder";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
        };
    };
    organisation_correctCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    calendar: {
                        days: {
                            [key: string]: "holiday" | "makeup_workday";
                        };
                        id: string;
                        weekend: number[];
                    };
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    organisation_erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    person: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    organisation_grantRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    person: string;
                    /** @enum {string} */
                    role: "operations" | "auditor" | "leader";
                    /** @default null */
                    scope?: string | null;
                    /** @default null */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    organisation_checkImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    absences?: {
                        /** Format: date */
                        from: string;
                        kind?: string;
                        person: string;
                        /** Format: date */
                        to: string;
                    }[];
                    anchors?: {
                        anchors: {
                            score: number;
                            text: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                        element: string;
                    }[];
                    calendars?: {
                        days: {
                            [key: string]: "holiday" | "makeup_workday";
                        };
                        id: string;
                        weekend?: number[];
                    }[];
                    departments?: {
                        head: string;
                        id: string;
                        influence: boolean;
                        name: string;
                        nameZh: string;
                    }[];
                    people?: {
                        calendar: string;
                        department: string;
                        /** Format: email */
                        email?: string;
                        /** @enum {string} */
                        grade: "staff" | "senior" | "middle_manager" | "senior_manager" | "executive";
                        /** Format: date */
                        hiredOn: string;
                        id: string;
                        /** @enum {string} */
                        locale: "en" | "zh-CN";
                        manager: string | null;
                        name?: string;
                        performance?: {
                            [key: string]: number | null;
                        };
                        post: string;
                        technicalBackbone: boolean;
                        timeZone: string;
                    }[];
                    posts?: {
                        code: string;
                        elements?: {
                            /** @enum {string} */
                            domain: "skill" | "knowledge";
                            element: string;
                            importance: string;
                            level: string;
                            name: string;
                            nameZh?: string;
                        }[];
                        title: string;
                        titleZh: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportCheck"];
                };
            };
        };
    };
    organisation_importOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    absences?: {
                        /** Format: date */
                        from: string;
                        kind?: string;
                        person: string;
                        /** Format: date */
                        to: string;
                    }[];
                    anchors?: {
                        anchors: {
                            score: number;
                            text: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                        element: string;
                    }[];
                    calendars?: {
                        days: {
                            [key: string]: "holiday" | "makeup_workday";
                        };
                        id: string;
                        weekend?: number[];
                    }[];
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    departments?: {
                        head: string;
                        id: string;
                        influence: boolean;
                        name: string;
                        nameZh: string;
                    }[];
                    people?: {
                        calendar: string;
                        department: string;
                        /** Format: email */
                        email?: string;
                        /** @enum {string} */
                        grade: "staff" | "senior" | "middle_manager" | "senior_manager" | "executive";
                        /** Format: date */
                        hiredOn: string;
                        id: string;
                        /** @enum {string} */
                        locale: "en" | "zh-CN";
                        manager: string | null;
                        name?: string;
                        performance?: {
                            [key: string]: number | null;
                        };
                        post: string;
                        technicalBackbone: boolean;
                        timeZone: string;
                    }[];
                    posts?: {
                        code: string;
                        elements?: {
                            /** @enum {string} */
                            domain: "skill" | "knowledge";
                            element: string;
                            importance: string;
                            level: string;
                            name: string;
                            nameZh?: string;
                        }[];
                        title: string;
                        titleZh: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    organisation_nameDeputy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    deputy: string | null;
                    person: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    organisation_personLeft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    person: string;
                    /** @default null */
                    successor?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    organisation_recordAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    /** Format: date */
                    from: string;
                    kind: string;
                    person: string;
                    /** Format: date */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    organisation_takeRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    person: string;
                    /** @enum {string} */
                    role: "operations" | "auditor" | "leader";
                    /** @default null */
                    scope?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    id: string;
                    spec: {
                        due: number;
                        form: {
                            fields: ({
                                anchors?: {
                                    score: number;
                                    text: {
                                        en: string;
                                        "zh-CN": string;
                                    };
                                }[];
                                key: string;
                                /** @enum {string} */
                                kind: "score";
                                label: {
                                    en: string;
                                    "zh-CN": string;
                                };
                                max: number;
                                min: number;
                                /** @default true */
                                required?: boolean;
                                requiredWhen?: {
                                    equals: string | boolean;
                                    field: string;
                                };
                                step: number;
                                wanted?: number;
                            } | {
                                key: string;
                                /** @enum {string} */
                                kind: "choice";
                                label: {
                                    en: string;
                                    "zh-CN": string;
                                };
                                options: {
                                    label: {
                                        en: string;
                                        "zh-CN": string;
                                    };
                                    value: string;
                                }[];
                                /** @default true */
                                required?: boolean;
                                requiredWhen?: {
                                    equals: string | boolean;
                                    field: string;
                                };
                            } | {
                                key: string;
                                /** @enum {string} */
                                kind: "text";
                                label: {
                                    en: string;
                                    "zh-CN": string;
                                };
                                /** @default 4000 */
                                maxLength?: number;
                                /** @default 0 */
                                minLength?: number;
                                /** @default true */
                                required?: boolean;
                                requiredWhen?: {
                                    equals: string | boolean;
                                    field: string;
                                };
                            } | {
                                key: string;
                                /** @enum {string} */
                                kind: "flag";
                                label: {
                                    en: string;
                                    "zh-CN": string;
                                };
                                /** @default true */
                                required?: boolean;
                                requiredWhen?: {
                                    equals: string | boolean;
                                    field: string;
                                };
                            } | {
                                key: string;
                                /** @enum {string} */
                                kind: "date";
                                label: {
                                    en: string;
                                    "zh-CN": string;
                                };
                                /** @default true */
                                required?: boolean;
                                requiredWhen?: {
                                    equals: string | boolean;
                                    field: string;
                                };
                            } | {
                                key: string;
                                /** @enum {string} */
                                kind: "people";
                                label: {
                                    en: string;
                                    "zh-CN": string;
                                };
                                /** @default 1 */
                                max?: number;
                                /** @default true */
                                required?: boolean;
                                requiredWhen?: {
                                    equals: string | boolean;
                                    field: string;
                                };
                            } | {
                                from: ("people" | "needs") | string[];
                                key: string;
                                /** @enum {string} */
                                kind: "ids";
                                label: {
                                    en: string;
                                    "zh-CN": string;
                                };
                                /** @default 50 */
                                max?: number;
                                /** @default true */
                                required?: boolean;
                                requiredWhen?: {
                                    equals: string | boolean;
                                    field: string;
                                };
                            })[];
                        };
                        forms?: {
                            [key: string]: {
                                fields: ({
                                    anchors?: {
                                        score: number;
                                        text: {
                                            en: string;
                                            "zh-CN": string;
                                        };
                                    }[];
                                    key: string;
                                    /** @enum {string} */
                                    kind: "score";
                                    label: {
                                        en: string;
                                        "zh-CN": string;
                                    };
                                    max: number;
                                    min: number;
                                    /** @default true */
                                    required?: boolean;
                                    requiredWhen?: {
                                        equals: string | boolean;
                                        field: string;
                                    };
                                    step: number;
                                    wanted?: number;
                                } | {
                                    key: string;
                                    /** @enum {string} */
                                    kind: "choice";
                                    label: {
                                        en: string;
                                        "zh-CN": string;
                                    };
                                    options: {
                                        label: {
                                            en: string;
                                            "zh-CN": string;
                                        };
                                        value: string;
                                    }[];
                                    /** @default true */
                                    required?: boolean;
                                    requiredWhen?: {
                                        equals: string | boolean;
                                        field: string;
                                    };
                                } | {
                                    key: string;
                                    /** @enum {string} */
                                    kind: "text";
                                    label: {
                                        en: string;
                                        "zh-CN": string;
                                    };
                                    /** @default 4000 */
                                    maxLength?: number;
                                    /** @default 0 */
                                    minLength?: number;
                                    /** @default true */
                                    required?: boolean;
                                    requiredWhen?: {
                                        equals: string | boolean;
                                        field: string;
                                    };
                                } | {
                                    key: string;
                                    /** @enum {string} */
                                    kind: "flag";
                                    label: {
                                        en: string;
                                        "zh-CN": string;
                                    };
                                    /** @default true */
                                    required?: boolean;
                                    requiredWhen?: {
                                        equals: string | boolean;
                                        field: string;
                                    };
                                } | {
                                    key: string;
                                    /** @enum {string} */
                                    kind: "date";
                                    label: {
                                        en: string;
                                        "zh-CN": string;
                                    };
                                    /** @default true */
                                    required?: boolean;
                                    requiredWhen?: {
                                        equals: string | boolean;
                                        field: string;
                                    };
                                } | {
                                    key: string;
                                    /** @enum {string} */
                                    kind: "people";
                                    label: {
                                        en: string;
                                        "zh-CN": string;
                                    };
                                    /** @default 1 */
                                    max?: number;
                                    /** @default true */
                                    required?: boolean;
                                    requiredWhen?: {
                                        equals: string | boolean;
                                        field: string;
                                    };
                                } | {
                                    from: ("people" | "needs") | string[];
                                    key: string;
                                    /** @enum {string} */
                                    kind: "ids";
                                    label: {
                                        en: string;
                                        "zh-CN": string;
                                    };
                                    /** @default 50 */
                                    max?: number;
                                    /** @default true */
                                    required?: boolean;
                                    requiredWhen?: {
                                        equals: string | boolean;
                                        field: string;
                                    };
                                })[];
                            };
                        };
                        /** @default 10 */
                        minutes?: number;
                        /** @default null */
                        owner?: null;
                        /** @default [] */
                        owners?: string[];
                        /** @default null */
                        place?: {
                            calendar: string;
                            dayEnds?: string;
                            timeZone: string;
                        } | null;
                        /** @default {} */
                        policy?: {
                            announces?: boolean;
                            apart?: {
                                /** @enum {boolean} */
                                below?: true;
                                department: boolean;
                                line: boolean;
                                /** @enum {boolean} */
                                watching?: true;
                            };
                            barred?: string[];
                            /** @default true */
                            delegation?: boolean;
                            distinct?: boolean;
                            /** @default PT0H */
                            grace?: string;
                            /** @default [] */
                            ladder?: {
                                offset: string;
                                /** @enum {string} */
                                to: "assignee" | "manager" | "owner";
                            }[];
                            /**
                             * @default accept
                             * @enum {string}
                             */
                            late?: "accept" | "refuse";
                            own?: boolean;
                            /** @default 3bd */
                            patience?: string;
                            /** @default 0 */
                            quorum?: number;
                            reopens?: ("submitted" | "recused" | "declined" | "lapsed" | "withdrawn")[];
                            /** @default false */
                            replaces?: boolean;
                            /**
                             * @default barred
                             * @enum {string}
                             */
                            self?: "barred" | "allowed" | "only";
                            /**
                             * @default answered
                             * @enum {string}
                             */
                            settles?: "answered" | "closed";
                            /**
                             * @default wait
                             * @enum {string}
                             */
                            silence?: "wait" | "nil" | "consent" | "replace";
                            /** @default null */
                            tally?: string | null;
                            /** @default false */
                            tells?: boolean;
                        };
                        purpose: string;
                        title: {
                            en: string;
                            "zh-CN": string;
                        };
                    };
                    tasks: {
                        /** @default null */
                        about?: string | null;
                        /** @default null */
                        aboutPerson?: string | null;
                        apartFrom?: string[];
                        assignee: string;
                        barred?: string[];
                        /** @default null */
                        due?: number | null;
                        form?: string | null;
                        id: string;
                        /** @enum {string} */
                        self?: "barred" | "allowed" | "only";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_addTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    tasks: {
                        /** @default null */
                        about?: string | null;
                        /** @default null */
                        aboutPerson?: string | null;
                        apartFrom?: string[];
                        assignee: string;
                        barred?: string[];
                        /** @default null */
                        due?: number | null;
                        form?: string | null;
                        id: string;
                        /** @enum {string} */
                        self?: "barred" | "allowed" | "only";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    task: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_delegate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    task: string;
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_extend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    due: number;
                    /** @default false */
                    exactly?: boolean;
                    reason: string;
                    tasks: "all" | string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_fill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    by: {
                        /** @default null */
                        about?: string | null;
                        /** @default null */
                        aboutPerson?: string | null;
                        apartFrom?: string[];
                        assignee: string;
                        barred?: string[];
                        /** @default null */
                        due?: number | null;
                        form?: string | null;
                        id: string;
                        /** @enum {string} */
                        self?: "barred" | "allowed" | "only";
                    } | null;
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    task: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_hold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_reassign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    due?: number;
                    reason: string;
                    tasks: string[];
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_recuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    task: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_reform: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    form: {
                        fields: ({
                            anchors?: {
                                score: number;
                                text: {
                                    en: string;
                                    "zh-CN": string;
                                };
                            }[];
                            key: string;
                            /** @enum {string} */
                            kind: "score";
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                            max: number;
                            min: number;
                            /** @default true */
                            required?: boolean;
                            requiredWhen?: {
                                equals: string | boolean;
                                field: string;
                            };
                            step: number;
                            wanted?: number;
                        } | {
                            key: string;
                            /** @enum {string} */
                            kind: "choice";
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                            options: {
                                label: {
                                    en: string;
                                    "zh-CN": string;
                                };
                                value: string;
                            }[];
                            /** @default true */
                            required?: boolean;
                            requiredWhen?: {
                                equals: string | boolean;
                                field: string;
                            };
                        } | {
                            key: string;
                            /** @enum {string} */
                            kind: "text";
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @default 4000 */
                            maxLength?: number;
                            /** @default 0 */
                            minLength?: number;
                            /** @default true */
                            required?: boolean;
                            requiredWhen?: {
                                equals: string | boolean;
                                field: string;
                            };
                        } | {
                            key: string;
                            /** @enum {string} */
                            kind: "flag";
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @default true */
                            required?: boolean;
                            requiredWhen?: {
                                equals: string | boolean;
                                field: string;
                            };
                        } | {
                            key: string;
                            /** @enum {string} */
                            kind: "date";
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @default true */
                            required?: boolean;
                            requiredWhen?: {
                                equals: string | boolean;
                                field: string;
                            };
                        } | {
                            key: string;
                            /** @enum {string} */
                            kind: "people";
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @default 1 */
                            max?: number;
                            /** @default true */
                            required?: boolean;
                            requiredWhen?: {
                                equals: string | boolean;
                                field: string;
                            };
                        } | {
                            from: ("people" | "needs") | string[];
                            key: string;
                            /** @enum {string} */
                            kind: "ids";
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @default 50 */
                            max?: number;
                            /** @default true */
                            required?: boolean;
                            requiredWhen?: {
                                equals: string | boolean;
                                field: string;
                            };
                        })[];
                    };
                    key: string;
                    reason: string;
                    tasks: "all" | string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    /** @default false */
                    datesStand?: boolean;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_remind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    tasks: "all" | string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    /** @default null */
                    due?: number | null;
                    reason: string;
                    task: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    task: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: {
                        [key: string]: number | string | boolean | string[] | null;
                    };
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    task: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_takeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    task: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    task_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: {
                        [key: string]: number | string | boolean | string[] | null;
                    };
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    round_whatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its body */
                    body: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description How far to look ahead
                     * @default 60
                     */
                    days?: number;
                    /**
                     * @description The command
                     * @enum {string}
                     */
                    type: "addTasks" | "reopen" | "remind" | "reassign" | "extend" | "withdraw" | "fill" | "reform" | "hold" | "release" | "close";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
        };
    };
    round_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    tasks: "all" | string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    id: string;
                    terms: {
                        /** @default true */
                        blind?: boolean;
                        calendar: string;
                        company: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default {} */
                        conflicts?: {
                            /** @default true */
                            department?: boolean;
                            /** @default true */
                            line?: boolean;
                        };
                        criteria: {
                            /** @default [] */
                            anchors?: {
                                score: number;
                                text: {
                                    en: string;
                                    "zh-CN": string;
                                };
                            }[];
                            id: string;
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @default 10 */
                            max?: number;
                            /** @default 0 */
                            min?: number;
                            minimum?: string;
                            /** @default 0.25 */
                            step?: number;
                            weight: string;
                        }[];
                        dayEnds?: string;
                        /**
                         * @default next
                         * @enum {string}
                         */
                        declinedSeat?: "next" | "nobody";
                        /** @default [] */
                        departments?: string[];
                        /** @default null */
                        disagreementLimit?: number | null;
                        eligibility: {
                            /** @default [] */
                            experts?: string[];
                            /** @default [] */
                            grades?: ("staff" | "senior" | "middle_manager" | "senior_manager" | "executive")[];
                            /** @default null */
                            performance?: number | null;
                            /** @default 0 */
                            serviceMargin?: number;
                            /** @default 0 */
                            serviceMonths?: number;
                            /** @default false */
                            technicalBackbones?: boolean;
                        };
                        handlers: string[];
                        /** @default [] */
                        leaders?: string[];
                        /** @default {} */
                        method?: {
                            /** @default null */
                            decimals?: number | null;
                            /**
                             * @default mean
                             * @enum {string}
                             */
                            method?: "mean" | "trimmed" | "calibrated";
                            /** @default [] */
                            quotas?: {
                                attribute: string;
                                max?: number;
                                min?: number;
                                value?: string;
                            }[];
                            /** @default 1 */
                            seed?: number;
                            threshold?: string;
                            /** @default [] */
                            tieBreaks?: string[];
                            /** @default 1 */
                            trim?: number;
                            /**
                             * @default 1
                             * @enum {number}
                             */
                            version?: 1;
                        };
                        objectionPeriod: string;
                        panel: {
                            chair: string;
                            members: string[];
                            quorum: number;
                        };
                        /** @default null */
                        performance?: {
                            criterion: string;
                            scores: {
                                [key: string]: number;
                            };
                            /** @default 3 */
                            years?: number;
                        } | null;
                        /** @default {} */
                        policies?: {
                            [key: string]: {
                                grace?: string;
                                ladder?: {
                                    offset: string;
                                    /** @enum {string} */
                                    to: "assignee" | "manager" | "owner";
                                }[];
                                patience?: string;
                                /** @enum {string} */
                                silence?: "wait" | "nil" | "consent" | "replace";
                            };
                        };
                        reviewers: {
                            limit: number;
                            person: string;
                            /** @default [] */
                            topics?: string[];
                        }[];
                        reviews: "everyone" | number;
                        screeners: string[];
                        seats: number;
                        termMonths: number;
                        timetable: {
                            /** @default 5bd */
                            agreement?: string;
                            call: number | string;
                            decision: number | string;
                            /** @default 3bd */
                            discussion?: string;
                            measures: number | string;
                            /** @default 5bd */
                            objection?: string;
                            publicity: number | string;
                            results: number | string;
                            review: number | string;
                            reviewers: number | string;
                            screening: number | string;
                        };
                        timeZone: string;
                        title: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default [] */
                        topics?: {
                            id: string;
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_addHandlers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    handlers: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_addReviewers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    reviewers: {
                        limit: number;
                        person: string;
                        /** @default [] */
                        topics?: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_allowLate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    person: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_apply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    /** @default [] */
                    evidence?: string[];
                    hoursPerMonth: number;
                    outline: string;
                    profile: string;
                    topics: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_changeMeasures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    texts: {
                        duties: {
                            en: string;
                            "zh-CN": string;
                        };
                        incentives: {
                            en: string;
                            "zh-CN": string;
                        };
                        term: {
                            en: string;
                            "zh-CN": string;
                        };
                        useOfResults: {
                            en: string;
                            "zh-CN": string;
                        };
                        workloadProtection: {
                            en: string;
                            "zh-CN": string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_correctCriteria: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    criteria: {
                        /** @default [] */
                        anchors?: {
                            score: number;
                            text: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                        id: string;
                        label: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default 10 */
                        max?: number;
                        /** @default 0 */
                        min?: number;
                        minimum?: string;
                        /** @default 0.25 */
                        step?: number;
                        weight: string;
                    }[];
                    method?: {
                        /** @default null */
                        decimals?: number | null;
                        /**
                         * @default mean
                         * @enum {string}
                         */
                        method?: "mean" | "trimmed" | "calibrated";
                        /** @default [] */
                        quotas?: {
                            attribute: string;
                            max?: number;
                            min?: number;
                            value?: string;
                        }[];
                        /** @default 1 */
                        seed?: number;
                        threshold?: string;
                        /** @default [] */
                        tieBreaks?: string[];
                        /** @default 1 */
                        trim?: number;
                        /**
                         * @default 1
                         * @enum {number}
                         */
                        version?: 1;
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_decideScreening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    application: string;
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    eligible: boolean;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_declareConflict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    applications: string[];
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_dropOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    key: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_editApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    /** @default [] */
                    evidence?: string[];
                    hoursPerMonth: number;
                    outline: string;
                    profile: string;
                    topics: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_finishStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    /** @enum {string} */
                    stage: "measures" | "publicity" | "call" | "screening" | "reviewers" | "review" | "ranking" | "decision" | "notice" | "results" | "closed";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_handOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_lowerReviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    reviews: "everyone" | number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_moveDate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at: number;
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    /** @enum {string} */
                    stage: "measures" | "publicity" | "call" | "screening" | "reviewers" | "review" | "ranking" | "decision" | "notice" | "results" | "closed";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_nominate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    person: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_objectToScreening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    grounds: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_publishMeasures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    texts: {
                        duties: {
                            en: string;
                            "zh-CN": string;
                        };
                        incentives: {
                            en: string;
                            "zh-CN": string;
                        };
                        term: {
                            en: string;
                            "zh-CN": string;
                        };
                        useOfResults: {
                            en: string;
                            "zh-CN": string;
                        };
                        workloadProtection: {
                            en: string;
                            "zh-CN": string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_raiseObjection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about: string | null;
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    grounds: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_recordReach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    person: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_reopenStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    applications?: string[];
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    /** @enum {string} */
                    stage: "measures" | "publicity" | "call" | "screening" | "reviewers" | "review" | "ranking" | "decision" | "notice" | "results" | "closed";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_retryOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    key: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_setPanel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    chair: string;
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    members: string[];
                    quorum: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_setScreeners: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                    screeners: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_whatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its body */
                    body: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description How far to look ahead
                     * @default 60
                     */
                    days?: number;
                    /**
                     * @description The command
                     * @enum {string}
                     */
                    type: "publishMeasures" | "changeMeasures" | "allowLate" | "correctCriteria" | "decideScreening" | "setPanel" | "setScreeners" | "addReviewers" | "lowerReviews" | "addHandlers" | "finishStage" | "pause" | "resume" | "moveDate" | "reopenStage" | "cancel" | "handOver" | "retryOrder" | "dropOrder";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
        };
    };
    selection_withdrawApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same. */
                    commandId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    selection_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    terms: {
                        /** @default true */
                        blind?: boolean;
                        calendar: string;
                        company: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default {} */
                        conflicts?: {
                            /** @default true */
                            department?: boolean;
                            /** @default true */
                            line?: boolean;
                        };
                        criteria: {
                            /** @default [] */
                            anchors?: {
                                score: number;
                                text: {
                                    en: string;
                                    "zh-CN": string;
                                };
                            }[];
                            id: string;
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @default 10 */
                            max?: number;
                            /** @default 0 */
                            min?: number;
                            minimum?: string;
                            /** @default 0.25 */
                            step?: number;
                            weight: string;
                        }[];
                        dayEnds?: string;
                        /**
                         * @default next
                         * @enum {string}
                         */
                        declinedSeat?: "next" | "nobody";
                        /** @default [] */
                        departments?: string[];
                        /** @default null */
                        disagreementLimit?: number | null;
                        eligibility: {
                            /** @default [] */
                            experts?: string[];
                            /** @default [] */
                            grades?: ("staff" | "senior" | "middle_manager" | "senior_manager" | "executive")[];
                            /** @default null */
                            performance?: number | null;
                            /** @default 0 */
                            serviceMargin?: number;
                            /** @default 0 */
                            serviceMonths?: number;
                            /** @default false */
                            technicalBackbones?: boolean;
                        };
                        handlers: string[];
                        /** @default [] */
                        leaders?: string[];
                        /** @default {} */
                        method?: {
                            /** @default null */
                            decimals?: number | null;
                            /**
                             * @default mean
                             * @enum {string}
                             */
                            method?: "mean" | "trimmed" | "calibrated";
                            /** @default [] */
                            quotas?: {
                                attribute: string;
                                max?: number;
                                min?: number;
                                value?: string;
                            }[];
                            /** @default 1 */
                            seed?: number;
                            threshold?: string;
                            /** @default [] */
                            tieBreaks?: string[];
                            /** @default 1 */
                            trim?: number;
                            /**
                             * @default 1
                             * @enum {number}
                             */
                            version?: 1;
                        };
                        objectionPeriod: string;
                        panel: {
                            chair: string;
                            members: string[];
                            quorum: number;
                        };
                        /** @default null */
                        performance?: {
                            criterion: string;
                            scores: {
                                [key: string]: number;
                            };
                            /** @default 3 */
                            years?: number;
                        } | null;
                        /** @default {} */
                        policies?: {
                            [key: string]: {
                                grace?: string;
                                ladder?: {
                                    offset: string;
                                    /** @enum {string} */
                                    to: "assignee" | "manager" | "owner";
                                }[];
                                patience?: string;
                                /** @enum {string} */
                                silence?: "wait" | "nil" | "consent" | "replace";
                            };
                        };
                        reviewers: {
                            limit: number;
                            person: string;
                            /** @default [] */
                            topics?: string[];
                        }[];
                        reviews: "everyone" | number;
                        screeners: string[];
                        seats: number;
                        termMonths: number;
                        timetable: {
                            /** @default 5bd */
                            agreement?: string;
                            call: number | string;
                            decision: number | string;
                            /** @default 3bd */
                            discussion?: string;
                            measures: number | string;
                            /** @default 5bd */
                            objection?: string;
                            publicity: number | string;
                            results: number | string;
                            review: number | string;
                            reviewers: number | string;
                            screening: number | string;
                        };
                        timeZone: string;
                        title: {
                            en: string;
                            "zh-CN": string;
                        };
                        /** @default [] */
                        topics?: {
                            id: string;
                            label: {
                                en: string;
                                "zh-CN": string;
                            };
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
        };
    };
}
